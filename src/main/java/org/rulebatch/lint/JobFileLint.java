package org.rulebatch.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.files.Printable;
import org.rulebatch.files.Program;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures that a job's file, {@code jobs/<job>.yaml}, holds options of the job and nothing else. */
public final class JobFileLint {

    private final Map<String, List<String>> jobs;

    /** @param jobs the names of the options, without their dashes, by the name of the job or command */
    public JobFileLint(Map<String, List<String>> jobs) {
        this.jobs = Map.copyOf(jobs);
    }

    /** Whether there is a job of that name. */
    boolean knows(String job) {
        return jobs.containsKey(job);
    }

    /** What is wrong with the file of a job; empty if nothing is. */
    public List<Finding> check(String job, YamlDocument document) {
        JsonNode root = document.root();
        if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
            String hint = "such as batch-size: 5";
            return List.of(Finding.error("job.form", document.place(""), "write one option a line", hint));
        }
        List<String> known = jobs.getOrDefault(job, List.of());
        List<Finding> findings = new ArrayList<>();
        for (String key : root.propertyNames()) {
            if (!known.contains(key)) {
                String hint = Nearest.to(key, known)
                        .map(name -> "did you mean '" + name + "'?")
                        .orElse("see " + Program.command() + " " + job + " --help");
                String message = "'" + Printable.name(key) + "' is not an option of " + job;
                findings.add(Finding.error("job.unknown_option", document.place("/" + key), message, hint));
            }
        }
        return findings;
    }
}
