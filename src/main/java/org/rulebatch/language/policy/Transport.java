package org.rulebatch.language.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a resource's policy refuses everyone who does not use TLS: a Deny for all principals, all actions of the service (for
 * SNS: {@code sns:Publish}, the action that carries messages) and the whole resource, under the one condition that
 * {@code aws:SecureTransport} is false. A bucket as a whole is the bucket and its objects. An Allow under TLS only does not
 * refuse anybody whom another policy allows.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html">Security best practices for
 *     Amazon S3, Enforce encryption of data in transit</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html">Amazon SNS security best practices,
 *     Enforce encryption of data in transit</a>
 */
final class Transport {

    private static final Pattern BUCKET = Pattern.compile("arn:[^:]*:s3:::([^/]*)(/.*)?", Pattern.DOTALL);

    private static final Set<String> EQUAL = Set.of("bool", "stringequals", "stringequalsignorecase", "stringlike");

    private static final Patterns EVERY_RESOURCE = new Patterns(List.of(), true);

    private Transport() {}

    static boolean isRequired(List<Statement> statements) {
        List<Statement> refusals =
                statements.stream().filter(Transport::refusesPlain).toList();
        // The bucket and its objects may stand in statements of their own.
        List<String> resources = refusals.stream()
                .filter(each -> !each.resources().allBut())
                .flatMap(each -> each.resources().patterns().stream())
                .toList();
        return refusals.stream().anyMatch(each -> each.resources().equals(EVERY_RESOURCE))
                || isWholeResource(new Patterns(resources, false));
    }

    private static boolean refusesPlain(Statement statement) {
        return !statement.allow()
                && statement.principals().includesEveryone()
                && statement.conditions().size() == 1
                && holdsWithoutTls(statement.conditions().get(0))
                && isWholeService(statement.actions());
    }

    private static boolean holdsWithoutTls(Condition condition) {
        String operator = condition.operator().base();
        if (condition.key().equals("s3:tlsversion")) {
            // Absent from a request without TLS: only with IfExists does the condition hold there.
            return operator.equals("numericlessthan") && condition.operator().ifExists();
        }
        return condition.key().equals("aws:securetransport")
                && EQUAL.contains(operator)
                && condition.values().stream().anyMatch("false"::equalsIgnoreCase);
    }

    private static boolean isWholeService(Patterns actions) {
        return actions.allBut()
                ? actions.patterns().isEmpty()
                : actions.patterns().stream()
                        .anyMatch(each -> each.equals("*") || each.endsWith(":*") || each.equals("sns:publish"));
    }

    private static boolean isWholeResource(Patterns resources) {
        return resources.patterns().stream().anyMatch(each -> isWhole(each, resources));
    }

    private static boolean isWhole(String pattern, Patterns resources) {
        Matcher bucket = BUCKET.matcher(pattern);
        if (!bucket.matches()) {
            return true;
        }
        String arn = pattern.substring(0, bucket.end(1));
        return resources.covers(arn) && resources.covers(arn + "/?*");
    }
}
