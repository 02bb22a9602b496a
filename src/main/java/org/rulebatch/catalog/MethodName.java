package org.rulebatch.catalog;

import java.util.Locale;
import java.util.Map;

/** Makes the method names boto3 shows: the results of botocore's {@code xform_name}, its special cases included. */
final class MethodName {

    /** Words that botocore keeps together against its own pattern, respelled so that the pattern keeps them too. */
    private static final Map<String, String> KEPT_TOGETHER = Map.of(
            "CachediSCSI", "CachedIscsi",
            "StorediSCSI", "StoredIscsi",
            "HITsFor", "HitsFor",
            "PartiQL", "Partiql",
            "WhatsApp", "Whatsapp",
            "OTel", "Otel",
            "OAuth2Token", "Oauth2Token");

    private MethodName() {}

    static String of(String operation) {
        if (operation.indexOf('_') >= 0) {
            return operation;
        }
        String name = operation;
        for (Map.Entry<String, String> word : KEPT_TOGETHER.entrySet()) {
            name = name.replace(word.getKey(), word.getValue());
        }
        int plural = startOfPluralAcronym(name);
        StringBuilder method = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            if (i > 0 && (plural < 0 || i <= plural) && (i == plural || startsWord(name, i, plural))) {
                method.append('_');
            }
            method.append(name.charAt(i));
        }
        return method.toString().toLowerCase(Locale.ROOT);
    }

    /** Where a name's last word starts if it is an acronym in plural, as in {@code ListWebACLs}; else -1. */
    private static int startOfPluralAcronym(String name) {
        int start = name.length() - 1;
        if (start < 2 || name.charAt(start) != 's') {
            return -1;
        }
        while (start > 0 && isUpper(name.charAt(start - 1))) {
            start--;
        }
        return name.length() - 1 - start >= 2 ? start : -1;
    }

    private static boolean startsWord(String name, int i, int end) {
        boolean lowerNext = i + 1 < name.length() && i + 1 != end && isLower(name.charAt(i + 1));
        char before = name.charAt(i - 1);
        return isUpper(name.charAt(i)) && (lowerNext || isLower(before) || (before >= '0' && before <= '9'));
    }

    private static boolean isUpper(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static boolean isLower(char letter) {
        return letter >= 'a' && letter <= 'z';
    }
}
