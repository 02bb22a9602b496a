package org.rulebatch.language.policy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.function.Answer;

/**
 * A policy document, of an identity or of a resource, and what it allows. Immutable and safe for use by several threads.
 *
 * <p>Every answer is about the document alone: other policies, boundaries, ACLs and blocks of public access are not in it. A
 * document that is absent or empty allows and denies nothing. Of one that cannot be read every answer is unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM JSON policy element
 *     reference</a>
 */
public final class Policy {

    private static final List<String> ANY_ACTION = List.of("*");

    private final List<Statement> statements;
    private final @Nullable String fault;

    private Policy(List<Statement> statements, @Nullable String fault) {
        this.statements = List.copyOf(statements);
        this.fault = fault;
    }

    /**
     * Reads a document.
     *
     * @param document its JSON text, URL-encoded or not, of at most 256 Ki characters; or the same as maps and lists; null or
     *     empty where there is none
     */
    public static Policy of(@Nullable Object document) {
        try {
            return new Policy(PolicyReader.read(document), null);
        } catch (MalformedPolicyException e) {
            return new Policy(List.of(), e.getMessage());
        }
    }

    /** Whether the document could be read, or is absent. */
    public boolean isReadable() {
        return fault == null;
    }

    /** How many statements it has; 0 where it is absent or cannot be read. */
    public int statementCount() {
        return statements.size();
    }

    /**
     * Whether it lets in the public: an Allow for {@code *}, for every account, for everyone but some (NotPrincipal), or for a
     * public identity provider, that no condition confines to known callers and no Deny for the same actions and resources
     * takes away.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Amazon S3,
     *     The meaning of "public"</a>
     */
    public Answer allowsAnyone() {
        return allowsAnyone(ANY_ACTION);
    }

    /** As {@link #allowsAnyone()}, for one of the actions, which may have wildcards: {@code ["s3:Put*", "s3:Delete*"]}. */
    public Answer allowsAnyone(Collection<String> actions) {
        return reach(new Anyone(), lower(actions));
    }

    /**
     * Whether it lets in principals of accounts other than these. Accounts are known in all spellings: the 12 digits, the ARNs
     * of the account, its users, roles and sessions, and identity providers. Unknown where only a canonical user, an
     * organization, a network or an address says who it is. Services of AWS are not outsiders here, see
     * {@link #allowsServicesOfOthers}.
     *
     * @param ownAccount 12 digits; empty if not known
     * @param trusted 12-digit accounts, and organizations ({@code o-…}) whose accounts are all trusted
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON policy
     *     elements: Principal</a>
     */
    public Answer allowsOutside(String ownAccount, Collection<String> trusted) {
        return reach(outsiders(ownAccount, trusted), ANY_ACTION);
    }

    /**
     * Whether a service of AWS is let in without a condition on whom it acts for ({@code aws:SourceAccount},
     * {@code aws:SourceArn}, {@code aws:SourceOrgID} and the like). Meant for policies of resources; in a role's trust policy
     * most services act for the role's own account anyway.
     *
     * @param ownAccount 12 digits
     * @param trusted as of {@link #allowsOutside}
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>
     */
    public Answer allowsServicesOfOthers(String ownAccount, Collection<String> trusted) {
        return reach(new OtherServices(outsiders(ownAccount, trusted)), ANY_ACTION);
    }

    /**
     * Whether the action is allowed on the resource. Both may have wildcards, and then all that they stand for must be allowed
     * by one statement: {@code allows("s3:*", "*")} asks for everything in S3. An Allow under conditions allows; a Deny takes
     * away if it is unconditional, for everyone, and covers all that is asked for.
     *
     * @param action such as {@code iam:PassRole}, in any case of letters
     * @param resource an ARN or pattern; {@code *} for every resource
     */
    public Answer allows(String action, String resource) {
        return ask(permissions -> Answer.of(permissions.allowsAll(pattern(action), resource)));
    }

    /** Whether one of the actions, or one that a pattern among them stands for, is allowed on some resource. */
    public Answer allowsAny(Collection<String> actions) {
        return ask(permissions -> Answer.of(lower(actions).stream().anyMatch(permissions::allowsSome)));
    }

    /** Whether every one of the actions is allowed on some resource. */
    public Answer allowsEach(Collection<String> actions) {
        return ask(permissions -> Answer.of(lower(actions).stream().allMatch(permissions::allowsSome)));
    }

    /** Whether a Deny without conditions and for everyone covers all that action and resource stand for. */
    public Answer denies(String action, String resource) {
        return ask(permissions -> Answer.of(permissions.deniesAll(pattern(action), resource)));
    }

    /**
     * Whether it allows everything: an Allow of all actions, or of all but some outside of IAM (NotAction), on all resources,
     * whose IAM part no Deny takes away. Unknown where NotAction leaves part of IAM. As for AWS's own check a condition does not make it less.
     *
     * @see <a href="https://docs.aws.amazon.com/config/latest/developerguide/iam-policy-no-statements-with-admin-access.html">AWS
     *     Config, iam-policy-no-statements-with-admin-access</a>
     */
    public Answer isAdministrator() {
        return ask(Permissions::isAdministrator);
    }

    /**
     * Whether it allows every action of a service on every resource: {@code cloudtrail:*}, {@code *}, or a NotAction that names
     * nothing of the service.
     *
     * @param service the prefix of its actions, such as {@code cloudtrail}
     * @see <a href="https://docs.aws.amazon.com/config/latest/developerguide/iam-policy-no-statements-with-full-access.html">AWS
     *     Config, iam-policy-no-statements-with-full-access</a>
     */
    public Answer allowsAllOf(String service) {
        return ask(permissions -> Answer.of(permissions.allowsAll(Patterns.lower(service) + ":?*", "*")));
    }

    /** Whether it refuses everyone who does not use TLS; see {@link Transport} for what is asked of the Deny. */
    public Answer requiresTls() {
        return ask(permissions -> Answer.of(Transport.isRequired(statements)));
    }

    /**
     * Whether a Deny takes the action from everybody but fixed principals, services, accounts, organizations or networks, on
     * every resource or on the one that has the policy.
     *
     * @param action may have wildcards: {@code secretsmanager:*}
     */
    public Answer deniesOthers(String action) {
        return ask(permissions -> Answer.of(Exclusion.isStated(statements, pattern(action))));
    }

    /**
     * Whether it allows one of the known ways to more rights, listed in {@code language/escalations.yaml}.
     *
     * @see <a href="https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/">AWS IAM Privilege Escalation –
     *     Methods and Mitigation</a>
     */
    public Answer allowsPrivilegeEscalation() {
        return ask(permissions -> Answer.of(
                Escalations.all().stream().anyMatch(way -> way.stream().allMatch(permissions::allowsSome))));
    }

    private static Outsiders outsiders(String ownAccount, Collection<String> trusted) {
        Set<String> accounts = new HashSet<>(trusted);
        accounts.add(ownAccount);
        return new Outsiders(accounts);
    }

    private Answer reach(CallerQuestion question, List<String> actions) {
        return ask(permissions -> new Reach(statements, question).of(actions));
    }

    private Answer ask(Function<Permissions, Answer> question) {
        return fault == null ? question.apply(new Permissions(statements)) : Answer.unknown(fault);
    }

    private static String pattern(String action) {
        String lower = Patterns.lower(action.strip());
        // No action has an empty name.
        return lower.endsWith(":*") ? lower.substring(0, lower.length() - 1) + "?*" : lower;
    }

    private static List<String> lower(Collection<String> actions) {
        return actions.stream().map(Policy::pattern).toList();
    }
}
