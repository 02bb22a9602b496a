package org.rulebatch.language.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rulebatch.language.function.Cidr;

/**
 * The condition keys that confine who may call, and what a value must be to do so. The list is that of Amazon S3's "The
 * meaning of 'public'" with the keys that came later or belong to other services. Where S3 asks for a value without a
 * wildcard, an ARN whose account is fixed is enough here: nobody outside that account has it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking
 *     public access to your Amazon S3 storage, The meaning of "public"</a>
 * @see <a href="https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html">Blocking public access to
 *     EFS file systems</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition
 *     context keys</a>
 */
enum ContextKey {
    /** A 12-digit account. */
    ACCOUNT,
    /** An ARN with a fixed account, or one that is fixed as a whole. */
    ARN,
    /** An organization's id. */
    ORGANIZATION,
    /** A path in an organization, whose id must be fixed. */
    ORGANIZATION_PATH,
    /** The unique id of a principal; of a role with any session. */
    USER_ID,
    /** A range of addresses that is no broader than /8 (IPv6: /32), or private. */
    ADDRESS,
    /** A VPC or VPC endpoint, or another thing with a fixed id. */
    PLACE,
    /** A service of AWS. */
    SERVICE,
    /** An endpoint that messages are sent to: an address in a fixed domain, a URL or an ARN. */
    ENDPOINT,
    /** What a web identity provider says of the application or user. */
    IDENTITY;

    private static final Map<String, ContextKey> KEYS = new HashMap<>();

    static {
        put(ACCOUNT, "aws:sourceaccount", "aws:sourceowner", "aws:principalaccount", "aws:vpceaccount");
        put(ACCOUNT, "s3:dataaccesspointaccount", "kms:calleraccount");
        put(ARN, "aws:sourcearn", "aws:principalarn", "aws:sourcevpcarn", "s3:dataaccesspointarn");
        put(ARN, "lambda:sourcefunctionarn", "elasticfilesystem:accesspointarn");
        put(ARN, "s3:x-amz-server-side-encryption-aws-kms-key-id");
        put(ORGANIZATION, "aws:principalorgid", "aws:sourceorgid", "aws:vpceorgid");
        put(ORGANIZATION_PATH, "aws:principalorgpaths", "aws:sourceorgpaths", "aws:vpceorgpaths");
        put(USER_ID, "aws:userid");
        put(ADDRESS, "aws:sourceip");
        put(PLACE, "aws:sourcevpc", "aws:sourcevpce", "elasticfilesystem:accessedviamounttarget");
        put(SERVICE, "aws:principalservicename", "aws:principalservicenameslist", "aws:principalisawsservice");
        put(ENDPOINT, "sns:endpoint");
    }

    private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");
    private static final Pattern ORGANIZATION_ID = Pattern.compile("o-[a-z0-9]{3,32}");
    private static final Pattern ORGANIZATION_START = Pattern.compile("o-[a-z0-9]{3,32}(/.*)?");
    private static final Pattern ROLE_SESSION = Pattern.compile("AROA[A-Z0-9]+(:.*)?");
    private static final Pattern USER = Pattern.compile("(AIDA[A-Z0-9]+|\\d{12}|AROA[A-Z0-9]+:[^*?$]+)");

    /** What the policy language replaces by the resource's own account or organization. */
    private static final Set<String> OWN =
            Set.of("${aws:resourceaccount}", "${aws:resourceorgid}", "${aws:resourceorgpaths}");

    private static void put(ContextKey kind, String... keys) {
        List.of(keys).forEach(key -> KEYS.put(key, kind));
    }

    /** What the key says of the caller; empty if it does not confine callers. */
    static Optional<ContextKey> of(String key) {
        ContextKey kind = KEYS.get(key);
        return kind == null && WebIdentity.isIdentityKey(key) ? Optional.of(IDENTITY) : Optional.ofNullable(kind);
    }

    static boolean isOwn(String value) {
        return OWN.contains(Patterns.lower(value));
    }

    /** The account of an ARN, empty for those without one; empty too for what is not an ARN. */
    static Optional<String> accountOf(String arn) {
        String[] parts = arn.split(":", 6);
        return parts.length < 6 || !parts[0].equals("arn") || parts[4].isEmpty()
                ? Optional.empty()
                : Optional.of(parts[4]);
    }

    /** Whether a value of the key belongs to known callers only. */
    boolean isFixed(String key, String value) {
        return switch (this) {
            case ACCOUNT -> ACCOUNT_ID.matcher(value).matches();
            case ARN ->
                accountOf(value)
                        .map(account -> ACCOUNT_ID.matcher(account).matches())
                        .orElseGet(() -> Glob.isFixed(value));
            case ORGANIZATION -> ORGANIZATION_ID.matcher(value).matches();
            case ORGANIZATION_PATH -> ORGANIZATION_START.matcher(value).matches() && !value.contains("${");
            case USER_ID ->
                ROLE_SESSION.matcher(value).matches() || USER.matcher(value).matches();
            case ADDRESS -> Cidr.parse(value).map(cidr -> !cidr.isBroad()).orElse(false);
            case PLACE, SERVICE -> Glob.isFixed(value) && !value.equalsIgnoreCase("false");
            case ENDPOINT -> Glob.isFixed(value.startsWith("*@") ? value.substring(2) : value);
            case IDENTITY -> WebIdentity.isFixed(key, value);
        };
    }
}
