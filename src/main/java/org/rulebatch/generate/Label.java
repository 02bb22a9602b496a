package org.rulebatch.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says decides a rule.
 *
 * @param decidable {@code yes}, {@code partial} or {@code no}
 * @param clarity {@code clear} or {@code vague}
 * @param answers all acceptable ones
 */
public record Label(String ruleId, String service, String decidable, String clarity, List<Answer> answers) {

    /**
     * One acceptable answer.
     *
     * @param api boto3 client
     * @param operation the API's name
     * @param path from the response's root
     */
    public record Answer(String api, String operation, String path, String op, @Nullable Object value) {}

    public Label {
        answers = List.copyOf(answers);
    }

    /** The class that numbers are reported by: {@code clear/yes}. */
    public String group() {
        return decidable.equals("no") ? "no" : clarity.equals("vague") ? "vague" : "clear/" + decidable;
    }

    /** Whether an operation, by its API name, and a path are among the answers. */
    public boolean accepts(String api, String operation, String path) {
        return answers.stream()
                .anyMatch(answer -> answer.api().equals(api)
                        && answer.operation().equals(operation)
                        && answer.path().equals(path));
    }
}
