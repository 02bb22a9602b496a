package org.rulebatch.language.policy;

import java.util.ArrayList;
import java.util.List;
import org.rulebatch.language.function.Answer;

/**
 * Whether a resource's policy lets in callers that a question asks about. A statement lets in those of its principals whom all
 * its conditions leave, less those whom a Deny for the same actions and resources takes away.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation
 *     logic</a>
 */
final class Reach {

    /** With more combinations of action and resource than this a statement is looked at as a whole. */
    private static final int MAX_COMBINATIONS = 2_000;

    private final List<Statement> statements;
    private final CallerQuestion question;

    Reach(List<Statement> statements, CallerQuestion question) {
        this.statements = statements;
        this.question = question;
    }

    /** Whether such callers are let in for one of the actions, which may have wildcards. */
    Answer of(List<String> actions) {
        Answer answer = Answer.NO;
        for (Statement statement : statements) {
            if (statement.allow() && actions.stream().anyMatch(statement.actions()::overlaps)) {
                for (Principal principal : statement.principals().asCallers()) {
                    answer = answer.or(reach(statement, principal, actions));
                }
            }
        }
        return answer;
    }

    private Answer reach(Statement statement, Principal principal, List<String> actions) {
        Answer answer = question.among(principal);
        boolean anyone = new Anyone().among(principal).isYes();
        for (Condition condition : statement.conditions()) {
            if (condition.demands(statement)) {
                answer = answer.and(named(anyone, among(condition, condition.values())));
            }
        }
        if (answer.isNo()) {
            return answer;
        }
        Answer left = Answer.NO;
        for (Grant grant : grants(statement, actions)) {
            left = left.or(named(anyone, notDenied(grant, principal)));
            if (left.isYes()) {
                break;
            }
        }
        return answer.and(left);
    }

    /** Where the principal is named, a condition that only may exclude it does not. */
    private static Answer named(boolean anyone, Answer answer) {
        return !anyone && answer.isUnknown() ? Answer.YES : answer;
    }

    private record Grant(Patterns actions, Patterns resources) {}

    private static List<Grant> grants(Statement statement, List<String> asked) {
        List<Patterns> actions = apart(statement.actions()).stream()
                .filter(each -> asked.stream().anyMatch(each::overlaps))
                .toList();
        List<Patterns> resources = apart(statement.resources());
        if (actions.size() * resources.size() > MAX_COMBINATIONS) {
            return List.of(new Grant(statement.actions(), statement.resources()));
        }
        List<Grant> grants = new ArrayList<>();
        actions.forEach(action -> resources.forEach(resource -> grants.add(new Grant(action, resource))));
        return grants;
    }

    private static List<Patterns> apart(Patterns patterns) {
        return patterns.allBut()
                ? List.of(patterns)
                : patterns.patterns().stream()
                        .map(each -> new Patterns(List.of(each), false))
                        .toList();
    }

    /** Whether such callers are left after every Deny for the whole grant. */
    private Answer notDenied(Grant grant, Principal principal) {
        Answer answer = Answer.YES;
        for (Statement deny : statements) {
            if (!deny.allow()
                    && deny.actions().covers(grant.actions())
                    && deny.resources().covers(grant.resources())) {
                answer = answer.and(leftBy(deny, principal));
            }
        }
        return answer;
    }

    private Answer leftBy(Statement deny, Principal principal) {
        Principals denied = deny.principals();
        Answer left = Answer.NO;
        if (denied.allBut()) {
            boolean spared = denied.principals().contains(principal);
            left = spared ? Answer.YES : principal.isEveryone() ? among(denied) : Answer.NO;
        } else if (!deny.isForEveryone() && denied.principals().stream().noneMatch(each -> each.includes(principal))) {
            return Answer.YES;
        }
        for (Condition condition : deny.conditions()) {
            left = left.or(condition.spares() ? among(condition, condition.spared()) : Answer.YES);
        }
        return left;
    }

    private Answer among(Principals principals) {
        return principals.principals().stream().map(question::among).reduce(Answer.NO, Answer::or);
    }

    private Answer among(Condition condition, List<String> values) {
        return ContextKey.of(condition.key())
                .map(kind -> values.stream()
                        .map(value -> question.among(kind, condition.key(), value))
                        .reduce(Answer.NO, Answer::or))
                .orElse(Answer.YES);
    }
}
