package org.rulebatch.batch.status;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A job instance as people see it.
 *
 * @param id what {@code restart}, {@code status}, {@code stop} and {@code abandon} take
 * @param state {@code running}, {@code complete}, {@code failed}, {@code stopped}, {@code interrupted} (its process is gone),
 *     {@code abandoned}, {@code replaced} (by a later instance of the same run) or {@code unknown}
 * @param parts what is generated again, empty where it is the whole run
 * @param progress completed batches over all
 * @param owner who works on it, {@code process 42 on host}; null if nobody does
 */
public record RunView(
        long id,
        String runId,
        String state,
        String parts,
        String progress,
        int rules,
        OffsetDateTime started,
        @Nullable String owner,
        @Nullable String lastError) {}
