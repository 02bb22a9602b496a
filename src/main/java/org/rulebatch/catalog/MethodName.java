package org.rulebatch.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the method names boto3 shows: the same results as botocore's {@code xform_name}, its special cases included. */
final class MethodName {

    private static final Pattern PLURAL_ACRONYM = Pattern.compile("[A-Z]{2,}s$");
    private static final Pattern WORD_START = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern LOWER_TO_UPPER = Pattern.compile("([a-z0-9])([A-Z])");

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
        Matcher plural = PLURAL_ACRONYM.matcher(name);
        if (plural.find()) {
            name = name.substring(0, plural.start()) + "_" + plural.group().toLowerCase(Locale.ROOT);
        }
        for (Map.Entry<String, String> word : KEPT_TOGETHER.entrySet()) {
            name = name.replace(word.getKey(), word.getValue());
        }
        name = WORD_START.matcher(name).replaceAll("$1_$2");
        return LOWER_TO_UPPER.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }
}
