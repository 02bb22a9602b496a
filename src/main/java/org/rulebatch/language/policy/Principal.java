package org.rulebatch.language.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One principal of a statement.
 *
 * @param type AWS, Service, Federated or CanonicalUser
 * @param id the account, ARN, service name or other id; {@code *} for everyone
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON policy
 *     elements: Principal</a>
 */
record Principal(String type, String id) {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ARN = Pattern.compile("arn:[^:]*:(?:iam|sts):[^:]*:([^:]*):(.*)", Pattern.DOTALL);

    /** An id as IAM shows it for a principal that was deleted: it belongs to nobody any more. */
    private static final Pattern DELETED = Pattern.compile("A(?:IDA|ROA|GPA|NPA|KIA)[A-Z0-9]{12,}");

    boolean isAws() {
        return type.equalsIgnoreCase("AWS");
    }

    boolean isService() {
        return type.equalsIgnoreCase("Service");
    }

    boolean isFederated() {
        return type.equalsIgnoreCase("Federated");
    }

    /** Whether it stands for everyone, or for principals of every account. */
    boolean isEveryone() {
        return isAws()
                && (id.equals("*") || account().filter(a -> !Glob.isFixed(a)).isPresent());
    }

    boolean isDeleted() {
        return isAws() && DELETED.matcher(id).matches();
    }

    /** The account, with wildcards if it has any; empty where the id names none. */
    Optional<String> account() {
        if (ACCOUNT.matcher(id).matches()) {
            return Optional.of(id);
        }
        Matcher arn = ARN.matcher(id);
        return arn.matches() && !arn.group(1).isEmpty() ? Optional.of(arn.group(1)) : Optional.empty();
    }

    /** Whether this one stands for {@code other} too: the same id, or the account that it belongs to. */
    boolean includes(Principal other) {
        if (equals(other)) {
            return true;
        }
        boolean wholeAccount = ACCOUNT.matcher(id).matches() || id.endsWith(":root");
        return isAws() && other.isAws() && wholeAccount && account().equals(other.account());
    }
}
