package org.rulebatch.generate.embedded;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.embedded.Explanation.Part;
import org.rulebatch.generate.embedded.Explanation.Scored;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Where;

/** Says in a line what an option or a condition is. */
final class OptionText {

    private OptionText() {}

    static Scored scored(Ranked ranked, List<Part> parts) {
        Answer answer = ranked.option().answer();
        if (answer instanceof Answer.OfFact known) {
            String what = place(
                    known.fact().main().call().toString(), known.fact().main().path());
            return new Scored("knowledge", about(known.fact().family(), known.resource()), what, ranked.score(), parts);
        }
        if (answer instanceof Answer.NotExposed none) {
            String about = about(none.gap().family(), none.resource());
            return new Scored("gap", about, none.gap().reason(), ranked.score(), parts);
        }
        Answer.OfField field = (Answer.OfField) answer;
        String what = place(field.operation().toString(), field.field().path());
        return new Scored("retrieval", "", what, ranked.score(), parts);
    }

    /** A requirement, a line each condition or expression. */
    static List<String> requirement(Requirement requirement) {
        if (requirement instanceof Conditions conditions) {
            return conditions.conditions().stream().map(OptionText::condition).toList();
        }
        Expressions asked = (Expressions) requirement;
        return Stream.concat(
                        Stream.ofNullable(asked.where()).map(where -> "where " + where),
                        Stream.of("complies " + asked.complies()))
                .toList();
    }

    /** A condition, {@code ec2.describe_volumes Volumes[].Encrypted equals true}. */
    static String condition(Condition condition) {
        Expectation expected = condition.expectation();
        String quantifier =
                expected.quantifier() == null ? "" : expected.quantifier().wireName() + " ";
        String key = expected.key() == null ? "" : " '" + expected.key() + "'";
        String where = expected.where().stream().map(OptionText::filter).collect(Collectors.joining(" and "));
        return quantifier
                + place(condition.call().toString(), condition.path())
                + key
                + compared(expected.operator(), expected.value())
                + (where.isEmpty() ? "" : " where " + where);
    }

    private static String filter(Where where) {
        return where.path() + compared(where.operator(), where.value());
    }

    private static String compared(Operator operator, @Nullable Object value) {
        return " " + operator.wireName().replace('_', ' ') + (value == null ? "" : " " + value);
    }

    private static String about(String family, Resource resource) {
        return family + " of " + resource;
    }

    private static String place(String call, String path) {
        return call + " " + path;
    }
}
