package org.rulebatch.report.entry;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of executing the rules of a run.
 *
 * @param services results by service
 */
public record TestResults(SortedMap<String, ServiceTest> services, ErrorAnalysis analysis) {

    public TestResults {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /** The gravest verdict of a rule's check; empty where it was not executed. */
    public String verdict(RuleEntry rule) {
        ServiceTest test = services.get(rule.service());
        return test == null ? "" : test.verdicts().getOrDefault(rule.ruleId(), "");
    }

    /** The errors of a rule's check, in their order. */
    public List<ServiceTest.Error> errors(RuleEntry rule) {
        return Stream.ofNullable(services.get(rule.service()))
                .flatMap(test -> test.errors().stream())
                .filter(error -> error.ruleId().equals(rule.ruleId()))
                .toList();
    }
}
