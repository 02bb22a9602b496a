package org.rulebatch.engine;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Demand;

/** Makes the assessor of each check of a file once. Thread-safe. */
final class Assessors {

    private final CheckCompiler compiler;
    private final Instant now;
    private final Map<Check, Assessor> made = new ConcurrentHashMap<>();

    Assessors(CheckCompiler compiler, Instant now) {
        this.compiler = compiler;
        this.now = now;
    }

    Assessor of(Check check, Demand.Expressions asked) {
        return made.computeIfAbsent(check, each -> new Assessor(compiler.compile(each, asked), asked, now));
    }
}
