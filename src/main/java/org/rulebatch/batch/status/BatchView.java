package org.rulebatch.batch.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.report.Counts;

/**
 * A batch as people see it.
 *
 * @param state {@code pending}, {@code running}, {@code complete}, {@code failed}, {@code stopped} or {@code interrupted}
 */
public record BatchView(int number, String state, List<ServiceView> services, @Nullable String error) {

    /**
     * A service of a batch.
     *
     * @param state {@code pending}, {@code running}, {@code failed} or {@code done}
     * @param counts how its rules ended; null until it is done
     */
    public record ServiceView(String name, String state, int rules, @Nullable Counts counts) {}

    public BatchView {
        services = List.copyOf(services);
    }
}
