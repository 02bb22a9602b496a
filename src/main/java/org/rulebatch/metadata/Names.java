package org.rulebatch.metadata;

import java.util.regex.Pattern;

/** Names that may become part of a path: no separators, no {@code ..}, no control characters. */
public final class Names {

    private static final Pattern SERVICE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final Pattern RULE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*");
    private static final int LONGEST_RULE_ID = 200;

    private Names() {}

    /** Whether the text may name a service. */
    public static boolean isService(String text) {
        return SERVICE.matcher(text).matches();
    }

    /** Whether the text may be a rule's id. */
    public static boolean isRuleId(String text) {
        return text.length() <= LONGEST_RULE_ID && RULE_ID.matcher(text).matches();
    }
}
