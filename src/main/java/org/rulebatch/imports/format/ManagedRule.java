package org.rulebatch.imports.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A rule of AWS Config: what AWS's identifier stands for, from {@code config-rules.yaml}, with the values that it is given; else the
 * description that people wrote.
 *
 * @param why it becomes no rule, where it does not
 * @param hint what to do about that
 * @param rule empty where neither says what is asked
 */
record ManagedRule(String place, String id, String why, String hint, Optional<ForeignRule> rule) {

    private static final String ADDRESS = "https://docs.aws.amazon.com/config/latest/developerguide/";

    /** {@code {maxAccessKeyAge=90}}: a parameter of AWS's, and the value that it has unless it is given. */
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9_]+)=([^}]*)\\}");

    private static final JsonNode KNOWN = ManagedRules.bundled();

    static ManagedRule of(
            String place,
            String name,
            String identifier,
            String type,
            String description,
            Map<String, String> parameters) {
        JsonNode known = KNOWN.path(identifier);
        String service = known.path("service").asString(type.isEmpty() ? "" : ResourceTypes.service(type));
        ForeignRule named = ForeignRule.named(place, name, "aws_config_" + (known.isMissingNode() ? name : identifier))
                .about(service, "");
        if (known.isMissingNode()) {
            Optional<ForeignRule> own = description.isEmpty()
                    ? Optional.empty()
                    : Optional.of(named.saying(firstSentence(description), description + values(parameters)));
            return new ManagedRule(
                    place, name, "what it asks for is not known here, and it has no description", "describe it", own);
        }
        String pattern = known.path("title").asString("");
        Optional<String> missing = missing(pattern, parameters);
        if (missing.isPresent()) {
            return new ManagedRule(
                    place, name, "it needs the value of " + missing.get(), "give it to the rule", Optional.empty());
        }
        TreeMap<String, String> left = new TreeMap<>(parameters);
        String title = filled(pattern, left);
        ForeignRule rule = named.saying(title, (description + values(left)).strip())
                .seeAlso(Stream.of(ADDRESS + page(identifier)));
        return new ManagedRule(place, name, "", "", Optional.of(rule));
    }

    void into(ImportLog log) {
        rule.ifPresentOrElse(log::found, () -> log.leftOut(place, id, why, hint));
    }

    /** The first parameter without a value. */
    private static Optional<String> missing(String title, Map<String, String> parameters) {
        return PARAMETER
                .matcher(title)
                .results()
                .filter(each -> each.group(2).isEmpty() && !parameters.containsKey(each.group(1)))
                .map(each -> each.group(1))
                .findFirst();
    }

    private static String filled(String title, TreeMap<String, String> parameters) {
        Matcher matcher = PARAMETER.matcher(title);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String given = parameters.remove(matcher.group(1));
            String value = given == null ? matcher.group(2) : given;
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value.replace(",", ", ")));
        }
        return matcher.appendTail(filled).toString().replaceAll("\\s+", " ").strip();
    }

    private static String values(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) ->
                text.append(" Its ").append(name).append(" is ").append(value).append('.'));
        return text.toString();
    }

    private static String page(String identifier) {
        return identifier.toLowerCase(Locale.ROOT).replace('_', '-') + ".html";
    }

    private static String firstSentence(String text) {
        return List.of(text.split("(?<=[.!?])\\s+")).get(0).replaceFirst("\\.$", "");
    }
}
