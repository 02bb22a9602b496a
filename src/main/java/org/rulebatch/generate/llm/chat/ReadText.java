package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.requirement.Read;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.ItemPlan;
import org.rulebatch.ruleyaml.PlannedCall;

/**
 * Says in a line which members the items of a read have, with their types: those that a rule has to do with in full, a few
 * others by name, and {@code …} where there are more.
 */
final class ReadText {

    private static final int MOST_VALUES = 7;
    private static final int MOST_OTHERS = 3;
    private static final int MOST_OTHERS_BELOW = 1;
    private static final int DEEPEST = 5;

    /** Members that are shown of one read; an answer may have a thousand. */
    private static final int MOST = 15;

    private final Chains chains;

    ReadText(Chains chains) {
        this.chains = chains;
    }

    /**
     * {@code kms.get_key_rotation_status (for each kms.list_keys): KeyRotationEnabled:bool, RotationPeriodInDays:number, …}.
     *
     * @param used names of members that are shown whatever the rule's words
     */
    String of(String name, Read read, RuleWords words, Set<String> used) {
        Optional<ItemPlan> plan = ItemPlan.of(chains, List.of(read));
        if (plan.isEmpty()) {
            return name;
        }
        PlannedCall last = plan.get().last();
        PlannedCall parent = last.parent();
        String above = parent == null ? "" : " (for each " + parent.operation() + ")";
        return name + above + ": " + new Members(words, used).of(plan.get(), last);
    }

    /** A member, and what is below it by steps. */
    private static final class Member {
        private final Map<String, Member> below = new LinkedHashMap<>();
        private Field field;

        private Member(Field field) {
            this.field = field;
        }
    }

    private static final class Members {
        private final RuleWords words;
        private final Set<String> used;
        private int left = MOST;

        private Members(RuleWords words, Set<String> used) {
            this.words = words;
            this.used = used;
        }

        private String of(ItemPlan plan, PlannedCall last) {
            Map<String, Member> own = new LinkedHashMap<>();
            plan.members().forEach((key, member) -> {
                if (member.from().equals(last) && !isWrapper(plan, member.path())) {
                    own.put(key, tree(last, member.path()));
                }
            });
            return list(own, 0);
        }

        /** Whether the members of the one structure of an answer stand beside it. */
        private static boolean isWrapper(ItemPlan plan, String path) {
            return plan.members().values().stream().anyMatch(each -> each.path().startsWith(path + "."));
        }

        private static Member tree(PlannedCall call, String path) {
            Member root = new Member(call.operation().field(path).orElseThrow());
            int depth = FieldPath.parse(path).steps().size();
            for (Field field : call.operation().fields()) {
                if (field.path().startsWith(path) && field.path().length() > path.length()) {
                    List<String> steps = FieldPath.parse(field.path()).steps();
                    if (steps.size() <= depth || ".[{".indexOf(field.path().charAt(path.length())) < 0) {
                        continue;
                    }
                    Member at = root;
                    for (String step : steps.subList(depth, steps.size())) {
                        at = at.below.computeIfAbsent(step, each -> new Member(field));
                    }
                    at.field = field;
                }
            }
            return root;
        }

        private String list(Map<String, Member> members, int depth) {
            List<String> shown = new ArrayList<>();
            int others = depth == 0 ? MOST_OTHERS : MOST_OTHERS_BELOW;
            boolean more = false;
            for (Map.Entry<String, Member> each : usedFirst(members)) {
                boolean telling = tells(each.getKey(), each.getValue(), depth);
                boolean plain = each.getValue().below.isEmpty();
                if (left > 0 && (telling || plain && others-- > 0)) {
                    left--;
                    shown.add(each.getKey() + (telling ? type(each.getValue(), depth) : kind(each.getValue().field)));
                } else {
                    more = true;
                }
            }
            return String.join(", ", shown) + (more ? shown.isEmpty() ? "…" : ", …" : "");
        }

        /** What a check nearby judges is shown, however many members stand before it. */
        private List<Map.Entry<String, Member>> usedFirst(Map<String, Member> members) {
            return members.entrySet().stream()
                    .sorted(Comparator.comparing(each -> !isUsed(each.getKey(), each.getValue(), 0)))
                    .toList();
        }

        private boolean isUsed(String name, Member member, int depth) {
            return used.contains(name)
                    || depth < DEEPEST
                            && member.below.entrySet().stream()
                                    .anyMatch(each -> isUsed(each.getKey(), each.getValue(), depth + 1));
        }

        private boolean tells(String name, Member member, int depth) {
            if (used.contains(name) || words.tells(name)) {
                return true;
            }
            return depth < DEEPEST
                    && member.below.entrySet().stream()
                            .anyMatch(each -> tells(each.getKey(), each.getValue(), depth + 1));
        }

        private String type(Member member, int depth) {
            Member list = member.below.get("[]");
            Member map = member.below.get("{}");
            if (list != null) {
                return "[]" + type(list, depth);
            }
            if (map != null) {
                return "{*}" + type(map, depth);
            }
            if (!member.below.isEmpty()) {
                return "{" + list(member.below, depth + 1) + "}";
            }
            List<String> values = member.field.enumValues();
            return values.isEmpty()
                    ? kind(member.field)
                    : values.stream().limit(MOST_VALUES).collect(Collectors.joining("|", "(", ""))
                            + (values.size() > MOST_VALUES ? "|…)" : ")");
        }

        /** A scalar's kind; text has none. */
        private static String kind(Field field) {
            FieldType type = field.type();
            return switch (type) {
                case BOOLEAN -> ":bool";
                case TIMESTAMP -> ":time";
                case INTEGER, LONG, FLOAT, DOUBLE -> ":number";
                case LIST -> "[]";
                case MAP -> "{*}";
                case STRUCTURE, DOCUMENT -> "{…}";
                default -> "";
            };
        }
    }
}
