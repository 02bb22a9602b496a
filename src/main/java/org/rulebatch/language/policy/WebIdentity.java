package org.rulebatch.language.policy;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Identity providers that anyone can have an identity of. A statement that trusts one is confined only by what the provider
 * says of the application ({@code aud}, {@code app_id}) or, where all applications share the provider, of the subject
 * ({@code sub}).
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">Available keys for
 *     AWS OIDC federation</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">Identity-provider
 *     controls for shared OIDC providers</a>
 */
final class WebIdentity {

    private static final Set<String> PUBLIC =
            Set.of("graph.facebook.com", "www.amazon.com", "accounts.google.com", "cognito-identity.amazonaws.com");

    /** Shared by all their customers: only the subject tells whose it is. */
    private static final Set<String> SHARED = Set.of(
            "token.actions.githubusercontent.com",
            "gitlab.com",
            "app.terraform.io",
            "agent.buildkite.com",
            "oidc.vercel.com",
            "oidc.codefresh.io");

    /** A subject such as {@code repo:my-org/*}: whose it is is fixed. */
    private static final Pattern OWNED_SUBJECT = Pattern.compile("[^:*?$]+:[^/:*?$]+(?:[/:].*)?");

    private WebIdentity() {}

    /** Whether everyone in the world can have an identity of the provider. */
    static boolean isForAnyone(String provider) {
        return PUBLIC.contains(Patterns.lower(provider)) || SHARED.contains(host(provider));
    }

    private static String host(String provider) {
        int name = provider.indexOf(":oidc-provider/");
        String host = Patterns.lower(name < 0 ? provider : provider.substring(name + ":oidc-provider/".length()));
        return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    }

    /** Whether the key, in lower case, says whose application or subject it is. */
    static boolean isIdentityKey(String key) {
        int colon = key.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        String provider = key.substring(0, colon);
        String claim = key.substring(colon + 1);
        return SHARED.contains(provider)
                ? claim.equals("sub")
                : PUBLIC.contains(provider)
                        && Set.of("aud", "app_id", "sub", "oaud").contains(claim);
    }

    /** Whether the value belongs to known applications or subjects only. */
    static boolean isFixed(String key, String value) {
        if (SHARED.contains(key.substring(0, key.lastIndexOf(':')))) {
            return OWNED_SUBJECT.matcher(value).matches();
        }
        return Glob.isFixed(value);
    }
}
