package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.Provenance;

/**
 * Where a decision comes from.
 *
 * @param generator {@code embedded}, {@code openai}, …
 * @param model the model that answered, or null
 * @param promptSha256 of the prompt it was asked with, or null
 * @param catalog the version of the API catalog
 * @param corrections what a test changed in the check afterwards
 */
public record ProvenanceEntry(
        String generator,
        @Nullable String model,
        @Nullable String promptSha256,
        String catalog,
        @JsonInclude(Include.NON_EMPTY) List<Change> corrections) {

    static final ProvenanceEntry NONE = new ProvenanceEntry("", null, null, "", List.of());

    /** A change of the check, for people, and the message that led to it. */
    public record Change(String discoveryId, String change, String because) {}

    public ProvenanceEntry {
        generator = Objects.requireNonNullElse(generator, "");
        catalog = Objects.requireNonNullElse(catalog, "");
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    static ProvenanceEntry of(Provenance provenance) {
        return new ProvenanceEntry(
                provenance.generator(), provenance.model(), provenance.promptSha256(), provenance.catalog(), List.of());
    }

    ProvenanceEntry with(Correction correction) {
        Change change = new Change(correction.discovery(), correction.change(), correction.because());
        return new ProvenanceEntry(
                generator,
                model,
                promptSha256,
                catalog,
                Stream.concat(corrections.stream(), Stream.of(change)).toList());
    }

    /** {@code openai (gpt-4o)}: the generator, and its model where it has one. */
    public String maker() {
        return model == null || model.isEmpty() ? generator : generator + " (" + model + ")";
    }
}
