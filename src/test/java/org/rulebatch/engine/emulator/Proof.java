package org.rulebatch.engine.emulator;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.engine.aws.AwsGeography;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.ruleyaml.RuleDocument;
import tools.jackson.databind.JsonNode;

/** Runs a rule file on what one side of a proof makes: {@code {make: calls, resource: name, days_later: 100}}. */
record Proof(Boto boto, AwsReadClient client) {

    /** The verdicts about the resource that is made; about all, where the proof names none. */
    List<Status> statuses(RuleDocument document, JsonNode side) {
        Emulator.reset();
        Seed seed = new Seed(boto);
        seed.make(side.path("make"));
        String resource =
                side.has("resource") ? seed.params(side.path("resource")).toString() : "*";
        Duration later = Duration.ofDays(side.path("days_later").asInt(0));
        Engine engine = new Engine(
                client,
                new AwsGeography(Catalog.bundled(), Emulator.REGION),
                Catalog.bundled(),
                Clock.offset(Clock.systemUTC(), later),
                Engine.CALLS_AT_ONCE);
        List<Status> statuses = new ArrayList<>();
        engine.run(List.of(document), List.of(Emulator.REGION))
                .verdicts()
                .filter(verdict -> isMeant(verdict, resource))
                .forEach(verdict -> statuses.add(verdict.status()));
        return statuses;
    }

    /** The resource's whole name, or the last part of its ARN. */
    private static boolean isMeant(Verdict verdict, String resource) {
        return verdict.resource()
                .matches("(.*[:/])?" + resource.replace(".", "\\.").replace("*", ".*"));
    }
}
