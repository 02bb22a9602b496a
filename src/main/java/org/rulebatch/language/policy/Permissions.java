package org.rulebatch.language.policy;

import java.util.List;
import java.util.stream.Stream;
import org.rulebatch.language.function.Answer;

/**
 * What a document permits and takes away, whoever asks. A condition on an Allow leaves the permission standing, as it can be
 * met; a condition on a Deny leaves it standing too, as the Deny does not always apply.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation
 *     logic</a>
 */
final class Permissions {

    /** Patterns that stand for every resource match each of these, in one of the partitions. */
    private static final List<String> SAMPLES =
            List.of(":iam::000000000000:role/any", ":s3:::any/any", ":ec2:any:000000000000:instance/any");

    private static final List<String> PARTITIONS = List.of("arn:aws", "arn:aws-cn", "arn:aws-us-gov");

    private static final String ALL_OF_IAM = "iam:?*";

    private final List<Statement> statements;

    Permissions(List<Statement> statements) {
        this.statements = statements;
    }

    /** Whether all that both patterns stand for is allowed; {@code *} as resource means every resource. */
    boolean allowsAll(String action, String resource) {
        return allows().anyMatch(each -> each.actions().covers(action) && coversResource(each.resources(), resource))
                && !deniesAll(action, resource);
    }

    /** Whether the action, or one that the pattern stands for, is allowed on some resource. */
    boolean allowsSome(String action) {
        return allows().filter(each -> each.actions().overlaps(action)).anyMatch(each -> denials()
                .noneMatch(deny -> deny.actions().covers(action)
                        && (deny.resources().covers(each.resources()) || isEvery(deny.resources()))));
    }

    /** Whether a Deny that always applies, to everyone, takes all of it away. */
    boolean deniesAll(String action, String resource) {
        return denials().anyMatch(each -> each.actions().covers(action) && coversResource(each.resources(), resource));
    }

    /**
     * Whether all actions, or all but some outside of IAM, are allowed on all resources: with all of IAM one can give oneself
     * the rest. Unknown where part of IAM is left.
     */
    Answer isAdministrator() {
        if (denials().anyMatch(each -> each.actions().covers(ALL_OF_IAM) && isEvery(each.resources()))) {
            return Answer.NO;
        }
        return allows().filter(each -> isEvery(each.resources()))
                .map(each -> administers(each.actions()))
                .reduce(Answer.NO, Answer::or);
    }

    private static Answer administers(Patterns actions) {
        if (!actions.allBut() || actions.covers(ALL_OF_IAM)) {
            return Answer.of(actions.allBut() || actions.covers("*"));
        }
        return actions.overlaps(ALL_OF_IAM)
                ? Answer.unknown("NotAction leaves part of IAM, which may be enough to gain all rights")
                : Answer.NO;
    }

    private Stream<Statement> allows() {
        return statements.stream().filter(Statement::allow);
    }

    private Stream<Statement> denials() {
        return statements.stream().filter(each -> !each.allow() && each.isForEveryone() && each.isUnconditional());
    }

    private static boolean coversResource(Patterns patterns, String resource) {
        return resource.equals("*") ? isEvery(patterns) : patterns.covers(resource);
    }

    /** Whether the patterns stand for every resource, or for all but some that are named. */
    static boolean isEvery(Patterns patterns) {
        return patterns.covers("*")
                || PARTITIONS.stream().anyMatch(partition -> SAMPLES.stream()
                        .allMatch(sample -> patterns.covers(partition + sample)));
    }
}
