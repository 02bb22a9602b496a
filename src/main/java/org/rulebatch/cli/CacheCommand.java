package org.rulebatch.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.rulebatch.batch.replies.ReplyCache;
import org.rulebatch.batch.replies.ReplyCount;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.cli.options.Age;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.files.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The stored replies of models. */
@Command(name = "cache", description = "Shows or removes the stored replies of models, which are not asked for again.")
final class CacheCommand extends BaseCommand {

    @Override
    public Integer call() {
        throw usage("cache what? stats or purge.");
    }

    @Command(
            name = "stats",
            description = "Lists stored replies by model and verdict.",
            mixinStandardHelpOptions = true)
    int stats(@Option(names = "--json", description = "Print JSON.") boolean json, @Mixin OutputOptions output) {
        List<ReplyCount> counts = ReplyCache.counts(output.output(), output.repository());
        PrintWriter out = out();
        if (json) {
            out.println(Json.text(counts));
            return ExitCode.SUCCESS;
        }
        out.printf(
                "%-28s %-8s %8s %14s %12s  %s%n",
                "MODEL", "VERDICT", "REPLIES", "PROMPT TOKENS", "REPLY TOKENS", "OLDEST");
        for (ReplyCount each : counts) {
            out.printf(
                    "%-28s %-8s %8d %14d %12d  %s%n",
                    each.model(),
                    each.verdict(),
                    each.replies(),
                    each.promptTokens(),
                    each.replyTokens(),
                    each.oldest());
        }
        return ExitCode.SUCCESS;
    }

    @Command(
            name = "purge",
            description = "Removes stored replies: what they answered is asked for again, and paid for again.",
            mixinStandardHelpOptions = true)
    int purge(
            @Option(
                            names = "--older-than",
                            required = true,
                            paramLabel = "<age>",
                            description = "Their least age: 30d, 12h, 90m; 0d for all.")
                    String age,
            @Option(names = "--json", description = "Print JSON.") boolean json,
            @Mixin OutputOptions output) {
        try (Workplace place = Workplace.open(output.output(), output.repository(), new StopSignal())) {
            int removed = ReplyCache.purge(
                    place.repository().jdbc(), Age.parse("--older-than", age), Clock.systemDefaultZone());
            PrintWriter out = out();
            out.println(json ? Json.text(Map.of("purged", removed)) : removed + " replies removed.");
            return ExitCode.SUCCESS;
        }
    }
}
