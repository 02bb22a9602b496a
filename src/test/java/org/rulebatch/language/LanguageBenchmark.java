package org.rulebatch.language;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;

/** Measures what compiling and evaluating take, in CPU time of one thread; run by scripts/bench-language. */
final class LanguageBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String JOINED =
            "flow_logs.exists(f, f.ResourceId == item.VpcId && f.FlowLogStatus == \"ACTIVE\""
                    + " && f.TrafficType in [\"ALL\", \"REJECT\"])";
    private static final String LISTED =
            "item.IpPermissions.exists(p, has(p.FromPort) && p.FromPort == 1 && p.IpProtocol == \"udp\")";

    private LanguageBenchmark() {}

    public static void main(String[] arguments) {
        Map<String, Object> permission = Map.of("IpProtocol", "tcp", "FromPort", 1);
        Map<String, Object> values = LanguageFixture.values(
                Map.of("item", LanguageFixture.item(Map.of("IpPermissions", Collections.nCopies(5, permission)))));
        for (int round = 1; round <= 6; round++) {
            int compiles = round == 1 ? 100 : 1000;
            double compile = micros(compiles, () -> LanguageFixture.compile(JOINED));
            Expression expression = LanguageFixture.compile(LISTED);
            double evaluate = micros(200_000, () -> expression.evaluate(values));
            double explain = micros(20_000, () -> expression.explain(values));
            System.out.printf(
                    Locale.ROOT,
                    "round %d: compile %.0f us, evaluate %.1f us (%.1f million a minute), explain %.1f us%n",
                    round,
                    compile,
                    evaluate,
                    60 / evaluate,
                    explain);
        }
    }

    private static double micros(int times, Runnable work) {
        long started = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - started) / 1000.0 / times;
    }
}
