package org.rulebatch.files;

import java.util.regex.Pattern;

/** Addresses as they may be shown: no user, no password, no parameters, any of which may be a secret. */
public final class Addresses {

    private static final Pattern USER = Pattern.compile("://[^/\\s?#'\"]*@");
    private static final Pattern PARAMETERS = Pattern.compile("((?:jdbc:[a-z0-9]+:|://)[^\\s?;'\"]*)[?;][^\\s'\"]*");

    private Addresses() {}

    /**
     * A text as it may be shown.
     *
     * @param text an address, or a text that has some in it
     */
    public static String printable(String text) {
        return PARAMETERS.matcher(USER.matcher(text).replaceAll("://")).replaceAll("$1");
    }
}
