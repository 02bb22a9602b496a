package org.rulebatch.catalog;

import java.util.Locale;
import java.util.regex.Pattern;

/** What operations and members are about, in one spelling: lower case, no separators, singular. */
public final class Nouns {

    private static final Pattern VERB = Pattern.compile("^(batch_)?(describe|get|list|search|lookup)_");
    private static final Pattern PLURAL_IN_ES = Pattern.compile("(sses|xes|ches|shes|uses|iases|zzes)$");
    private static final Pattern NO_PLURAL =
            Pattern.compile("(ss|us|is|dns|tls|kms|sns|sqs|rds|ecs|eks|waf|alias|https|cors)$");

    private Nouns() {}

    /** The resource an operation is about: {@code dbinstance} of {@code describe_db_instances}. */
    public static String ofMethod(String method) {
        return plain(singular(VERB.matcher(method).replaceFirst("")));
    }

    /** Lower case without separators. */
    public static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char each = lower.charAt(i);
            if ((each >= 'a' && each <= 'z') || (each >= '0' && each <= '9')) {
                plain.append(each);
            }
        }
        return plain.toString();
    }

    /** The singular of the last word of an English name; {@code policies} becomes {@code policy}. */
    public static String singular(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("ies") && lower.length() > 4) {
            return name.substring(0, name.length() - 3) + "y";
        }
        if (lower.endsWith("es") && PLURAL_IN_ES.matcher(lower).find()) {
            return name.substring(0, name.length() - 2);
        }
        if (lower.endsWith("s") && !NO_PLURAL.matcher(lower).find()) {
            return name.substring(0, name.length() - 1);
        }
        return name;
    }
}
