package org.rulebatch.batch.replies;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.rulebatch.batch.repository.RepositoryReader;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.OutputId;
import org.springframework.jdbc.BadSqlGrammarException;

/** The stored replies of a repository, of all runs that share it. */
public final class ReplyCache {

    private ReplyCache() {}

    /** What is stored; also while a run goes on. */
    public static List<ReplyCount> counts(OutputFolder output, RepositorySettings settings) {
        if (!settings.mayExist()) {
            return List.of();
        }
        return RepositoryReader.read(settings, OutputId.of(output), look -> {
            try {
                return new ReplyTable(look.jdbc()).counts();
            } catch (BadSqlGrammarException e) {
                // No model has been asked yet, so there is no table.
                return List.of();
            }
        });
    }

    /**
     * Removes replies, so that they are asked for again.
     *
     * @param olderThan the least age of what is removed
     * @return how many there were
     */
    public static int purge(Workplace place, Duration olderThan, Clock clock) {
        ReplyTable table = new ReplyTable(place.repository().jdbc());
        AskedTable asked = new AskedTable(place.repository().jdbc());
        OffsetDateTime before = OffsetDateTime.now(clock).minus(olderThan);
        table.create();
        asked.create();
        asked.purge(before);
        return table.purge(before);
    }
}
