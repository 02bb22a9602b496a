package org.rulebatch.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;

/** What is wrong with one file, each finding at the line that it is about. */
final class FileFindings {

    private final YamlDocument document;
    private final List<Finding> found = new ArrayList<>();

    FileFindings(YamlDocument document) {
        this.document = document;
    }

    void add(String pointer, String id, String message, String hint) {
        found.add(Finding.error(id, document.place(pointer), message, hint));
    }

    /** Runs a check of the catalog; what it would correct in a rule is wrong in a file. */
    <T> T collect(String pointer, Function<List<Finding>, T> check) {
        List<Finding> here = new ArrayList<>();
        T result = check.apply(here);
        here.forEach(each -> add(pointer, each.id(), each.message(), each.hint()));
        return result;
    }

    /** Adds what a check of the catalog has found. */
    void add(String pointer, Finding finding) {
        add(pointer, finding.id(), finding.message(), finding.hint());
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
