package org.rulebatch.language.policy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.function.Json;
import org.rulebatch.language.function.Maybe;

/**
 * Reads a policy document from its text or from maps.
 *
 * <p>The SDK's {@code iam-policy-builder} was tried first. It refuses an account number written as a number, which AWS
 * takes, and a document without statements; keeps the last of two equal keys, where AWS refuses the document; and reads
 * text only, where answers hold documents that are decoded already.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON
 *     policy language</a>
 */
final class PolicyReader {

    /** Twice what KMS, which allows the longest documents, takes, and room for white space. */
    static final int MAX_LENGTH = 1 << 18;

    /** What the patterns and values of one document may have together. */
    private static final int MAX_CHARACTERS = 1 << 16;

    private int characters;

    /** The statements; none where the document is absent or empty. */
    static List<Statement> read(@Nullable Object document) {
        Object value = document instanceof String text ? parse(text) : document;
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new MalformedPolicyException("the policy is not a JSON object");
        }
        return new PolicyReader().statements(map);
    }

    private static @Nullable Object parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new MalformedPolicyException("the policy is longer than " + MAX_LENGTH + " characters");
        }
        Maybe<Object> parsed = Json.parse(decode(text.strip()));
        if (parsed instanceof Maybe.Value<Object> known) {
            return known.value();
        }
        throw new MalformedPolicyException("the policy cannot be read: " + ((Maybe.Unknown<Object>) parsed).reason());
    }

    /** IAM answers its documents URL-encoded (RFC 3986). */
    private static String decode(String text) {
        if (!text.startsWith("%")) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedPolicyException("the policy is neither JSON nor URL-encoded JSON");
        }
    }

    private List<Statement> statements(Map<?, ?> document) {
        Object value = document.get("Statement");
        if (value == null && !document.isEmpty()) {
            throw new MalformedPolicyException("the policy has no Statement");
        }
        List<?> list = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
        List<Statement> statements = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> statement)) {
                throw new MalformedPolicyException("statement " + (statements.size() + 1) + " is not a JSON object");
            }
            try {
                statements.add(statement(statement));
            } catch (MalformedPolicyException e) {
                throw new MalformedPolicyException("statement " + (statements.size() + 1) + ": " + e.getMessage());
            }
        }
        return statements;
    }

    private Statement statement(Map<?, ?> map) {
        Object effect = map.get("Effect");
        if (!"Allow".equals(effect) && !"Deny".equals(effect)) {
            throw new MalformedPolicyException("Effect is '" + effect + "', not Allow or Deny");
        }
        return new Statement(
                "Allow".equals(effect),
                principals(map),
                patterns(map, "Action", List.of()),
                patterns(map, "Resource", List.of("*")),
                conditions(map.get("Condition")));
    }

    /** Trust policies and some resource policies have no Resource: they are about the resource that has them. */
    private Patterns patterns(Map<?, ?> map, String key, List<String> ifAbsent) {
        String not = "Not" + key;
        if (map.containsKey(key) && map.containsKey(not)) {
            throw new MalformedPolicyException("it has both " + key + " and " + not);
        }
        boolean allBut = map.containsKey(not);
        Object value = map.get(allBut ? not : key);
        List<String> texts = value == null ? ifAbsent : texts(value, allBut ? not : key);
        return new Patterns(texts.stream().map(each -> canonical(key, each)).toList(), allBut);
    }

    /** Several stars mean what one means; actions are compared in lower case, and {@code *:*} are all of them. */
    private static String canonical(String key, String pattern) {
        StringBuilder shorter = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '*' || shorter.isEmpty() || shorter.charAt(shorter.length() - 1) != '*') {
                shorter.append(key.equals("Action") ? Character.toLowerCase(c) : c);
            }
        }
        String result = shorter.toString();
        return result.equals("*:*") && key.equals("Action") ? "*" : result;
    }

    private Principals principals(Map<?, ?> map) {
        boolean allBut = map.containsKey("NotPrincipal");
        Object value = map.get(allBut ? "NotPrincipal" : "Principal");
        if (value == null) {
            return Principals.NONE;
        }
        List<Principal> principals = new ArrayList<>();
        if (value instanceof Map<?, ?> byType) {
            byType.forEach((type, ids) -> texts(ids, "Principal." + type)
                    .forEach(id -> principals.add(new Principal(String.valueOf(type), id))));
        } else {
            texts(value, "Principal").forEach(id -> principals.add(new Principal("AWS", id)));
        }
        return new Principals(principals, allBut);
    }

    private List<Condition> conditions(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        List<Condition> conditions = new ArrayList<>();
        members(value, "Condition").forEach((operator, keys) -> members(keys, "Condition." + operator)
                .forEach((key, values) -> conditions.add(new Condition(
                        Condition.Operator.of(String.valueOf(operator)),
                        Patterns.lower(String.valueOf(key).strip()),
                        texts(values, "Condition." + operator + "." + key)))));
        return conditions;
    }

    private static Map<?, ?> members(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new MalformedPolicyException(what + " is not a JSON object");
    }

    /** A text, number or boolean, or a list of these, as texts. */
    private List<String> texts(@Nullable Object value, String what) {
        List<String> texts = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : List.of(String.valueOf(value))) {
            if (each instanceof Map || each instanceof List) {
                throw new MalformedPolicyException(what + " holds something other than texts");
            }
            texts.add(String.valueOf(each).strip());
            characters += texts.get(texts.size() - 1).length();
        }
        if (value instanceof Map || characters > MAX_CHARACTERS) {
            throw new MalformedPolicyException(
                    value instanceof Map ? what + " holds something other than texts" : "the policy is too long");
        }
        return texts;
    }
}
