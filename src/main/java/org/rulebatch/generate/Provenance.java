package org.rulebatch.generate;

import org.jspecify.annotations.Nullable;

/**
 * Where a decision comes from.
 *
 * @param generator {@code embedded}, {@code openai}, …
 * @param model the model that answered, or null
 * @param promptSha256 of the prompt it was asked with, or null
 * @param catalog the version of the API catalog, {@code botocore 1.43.67}
 */
public record Provenance(String generator, @Nullable String model, @Nullable String promptSha256, String catalog) {}
