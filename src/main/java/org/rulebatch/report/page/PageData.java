package org.rulebatch.report.page;

import java.util.Optional;
import org.rulebatch.report.entry.ReportEntry;
import org.rulebatch.report.entry.TestResults;

/**
 * What the page shows besides the rules.
 *
 * @param started when the run was first started, ISO-8601
 * @param tests what came of executing the rules; empty where they were not
 */
public record PageData(String runId, String started, ReportEntry report, Optional<TestResults> tests) {}
