package org.rulebatch.catalog;

import java.util.Locale;

/** What operations and members are about, in one spelling: lower case, no separators, singular. */
public final class Nouns {

    private Nouns() {}

    /** The resource an operation is about: {@code dbinstance} of {@code describe_db_instances}. */
    public static String ofMethod(String method) {
        String noun = method.replaceFirst("^(batch_)?(describe|get|list|search|lookup)_", "");
        return plain(singular(noun));
    }

    /** Lower case without separators. */
    public static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The singular of the last word of an English name; {@code policies} becomes {@code policy}. */
    public static String singular(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("ies") && lower.length() > 4) {
            return name.substring(0, name.length() - 3) + "y";
        }
        if (lower.matches(".*(sses|xes|ches|shes|uses|iases|zzes)")) {
            return name.substring(0, name.length() - 2);
        }
        if (lower.endsWith("s")
                && !lower.matches(".*(ss|us|is|dns|tls|kms|sns|sqs|rds|ecs|eks|waf|alias|https|cors)")) {
            return name.substring(0, name.length() - 1);
        }
        return name;
    }
}
