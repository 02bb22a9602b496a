package org.rulebatch.cli.options;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.metadata.ServiceList;
import org.rulebatch.store.InputException;

/** The parts of a run that {@code --batches} and {@code --services} name. */
public final class PartOptions {

    private PartOptions() {}

    /** @throws InputException if a list cannot be read */
    public static Part parse(@Nullable String batches, @Nullable String services) {
        SortedSet<Integer> numbers = new TreeSet<>();
        if (batches != null) {
            for (String number : batches.split(",", -1)) {
                if (!number.strip().matches("[1-9]\\d{0,8}")) {
                    throw new InputException("--batches: '" + number + "' is not a batch number; write --batches=5,7");
                }
                numbers.add(Integer.valueOf(number.strip()));
            }
        }
        try {
            return new Part(
                    numbers,
                    services == null ? new TreeSet<>() : new TreeSet<>(ServiceList.parse("--services", services)));
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }
}
