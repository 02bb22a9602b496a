package org.rulebatch.imports.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rules of ScoutSuite, one a file. Its description names the fault, so it is turned round, or the rule is left out. */
final class ScoutSuiteRules implements Format {

    private static final Set<String> USED = Set.of(
            "description",
            "rationale",
            "remediation",
            "compliance",
            "references",
            "path",
            "conditions",
            "dashboard_name");

    @Override
    public String files() {
        return "a rule of ScoutSuite's folder rules/findings";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.endsWith(".json");
    }

    @Override
    public boolean fits(Source source) {
        JsonNode root = source.tree();
        return root.has("description")
                && root.has("path")
                && root.path("conditions").isArray();
    }

    @Override
    public void read(Source source, ImportLog log) {
        JsonNode root = source.tree();
        String id = source.name().replaceFirst("\\.json$", "");
        String fault = Keys.text(root, "description");
        if (fault.contains("_ARG_")) {
            log.leftOut(source.place(), id, "its ruleset gives it a value that is not here", "write it out");
            return;
        }
        Keys.drop(root, "", USED, log);
        Optional<ForeignRule> rule = ForeignRule.named(source.place(), id, "scoutsuite_" + id)
                .about(ResourceTypes.service(Keys.text(root, "path").replaceFirst("\\..*", "")), "")
                .saying(fault, "")
                .because(plain(Keys.text(root, "rationale")), plain(Keys.text(root, "remediation")))
                .seeAlso(Keys.texts(root, "references").stream())
                .answering(compliance(root))
                .turned();
        rule.ifPresentOrElse(
                log::found,
                () -> log.leftOut(
                        source.place(),
                        id,
                        "it says what is wrong, and that cannot be turned into what is required: '" + fault + "'",
                        "write a rule that says what must be so"));
    }

    private static List<String> compliance(JsonNode root) {
        List<String> answers = new ArrayList<>();
        root.path("compliance")
                .forEach(each -> answers.add(Stream.of("name", "version", "reference")
                        .map(key -> Keys.text(each, key))
                        .filter(text -> !text.isEmpty())
                        .reduce("", (one, other) -> one.isEmpty() ? other : one + " " + other)));
        return answers;
    }

    /** Without the HTML that some texts have. */
    private static String plain(String text) {
        return text.replaceAll("<[^<>]{1,40}>", "").strip();
    }
}
