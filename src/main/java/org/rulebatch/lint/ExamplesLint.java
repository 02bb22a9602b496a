package org.rulebatch.lint;

import java.util.List;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.yaml.YamlDocument;

/** Holds a file of examples against a rule file. */
@FunctionalInterface
public interface ExamplesLint {

    /** What does not hold, each at its {@code file:line}; an example whose rule has no check in the file is a note. */
    List<Finding> check(RuleDocument rules, YamlDocument examples);
}
