package org.rulebatch.engine.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.EngineFiles;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.aws.wire.UnreadAnswerException;

/** The members that an answer cannot lack, by {@code engine/always.yaml}: their absence says nothing about the resource. */
final class AlwaysThere {

    private static final String EACH = "[]";
    private static final String OPTIONAL = "?";
    private static final Map<String, List<String>> MEMBERS = members();

    private AlwaysThere() {}

    /** @throws UnreadAnswerException if the answer lacks one */
    static void require(ReadCall call, Map<String, Object> answer) {
        for (String member : MEMBERS.getOrDefault(call.client() + "." + call.action(), List.of())) {
            if (!isThere(answer, List.of(member.split("\\.")))) {
                throw new UnreadAnswerException(
                        "the answer lacks " + member.replace(OPTIONAL, "") + ", which the service always sends");
            }
        }
    }

    private static boolean isThere(@Nullable Object value, List<String> steps) {
        if (steps.isEmpty()) {
            return value != null;
        }
        String step = steps.get(0);
        String name = step.replace(EACH, "").replace(OPTIONAL, "");
        Object next = value instanceof Map<?, ?> map ? map.get(name) : null;
        List<String> rest = steps.subList(1, steps.size());
        if (step.endsWith(EACH)) {
            return !(next instanceof List<?> list) || list.stream().allMatch(element -> isThere(element, rest));
        }
        return next == null && step.endsWith(OPTIONAL) || isThere(next, rest);
    }

    private static Map<String, List<String>> members() {
        Map<String, List<String>> members = new HashMap<>();
        EngineFiles.entries("always.yaml")
                .forEach(entry -> members.put(
                        entry.path("client").asString() + "."
                                + entry.path("operation").asString(),
                        EngineFiles.texts(entry, "members")));
        return Map.copyOf(members);
    }
}
