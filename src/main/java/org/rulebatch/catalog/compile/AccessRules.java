package org.rulebatch.catalog.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Access;
import org.rulebatch.catalog.CatalogException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The access class of every operation: the first rule of {@code catalog/access.yaml} that matches it, else a write. */
final class AccessRules {

    private static final Verdict UNKNOWN =
            new Verdict(Access.WRITE, "No rule of access.yaml names it as a read, so it counts as a change.");

    private final List<Rule> rules;

    private AccessRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static AccessRules bundled() {
        try (InputStream in = AccessRules.class.getResourceAsStream("/catalog/access.yaml")) {
            if (in == null) {
                throw new CatalogException("catalog/access.yaml is missing in the program; build it again.");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AccessRules read(InputStream yaml) {
        Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
        List<Rule> rules = new ArrayList<>();
        for (Object rule : (List<?>) member(root, "rules")) {
            Access access = Access.valueOf(member(rule, "access").toString());
            Verdict verdict = new Verdict(access, member(rule, "reason").toString());
            for (Object pattern : (List<?>) member(rule, "operations")) {
                rules.add(new Rule(pattern.toString(), regex(pattern.toString()), verdict));
            }
        }
        return new AccessRules(rules);
    }

    Verdict classify(String client, String operation) {
        String name = client + "." + operation;
        return rules.stream()
                .filter(rule -> rule.regex().matcher(name).matches())
                .findFirst()
                .map(Rule::verdict)
                .orElse(UNKNOWN);
    }

    /** The patterns in their order, as they are written. */
    List<String> patterns() {
        return rules.stream().map(Rule::pattern).toList();
    }

    /** The pattern that decides the operation, or an empty text. */
    String deciding(String client, String operation) {
        String name = client + "." + operation;
        return rules.stream()
                .filter(rule -> rule.regex().matcher(name).matches())
                .findFirst()
                .map(Rule::pattern)
                .orElse("");
    }

    private static Pattern regex(String glob) {
        if (!glob.matches("[a-z0-9*{},-]+\\.[A-Za-z0-9*{},]+")) {
            throw new CatalogException("access.yaml: '" + glob + "' is not of the form <client>.<Operation>;"
                    + " * stands for any letters, {A,B} for one of the words.");
        }
        return Pattern.compile(glob.replace(".", "\\.")
                .replace("*", "[^.]*")
                .replace("{", "(?:")
                .replace(",", "|")
                .replace("}", ")"));
    }

    private static Object member(Object map, String key) {
        Object value = map instanceof Map<?, ?> members ? members.get(key) : null;
        if (value == null) {
            throw new CatalogException("access.yaml: '" + key + "' is missing in " + map + ".");
        }
        return value;
    }

    /** An access class with its reason. */
    record Verdict(Access access, String reason) {}

    private record Rule(String pattern, Pattern regex, Verdict verdict) {}
}
