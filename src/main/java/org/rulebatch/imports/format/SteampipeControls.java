package org.rulebatch.imports.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Controls of Powerpipe and Steampipe, {@code control} and {@code benchmark} blocks of {@code .pp} and {@code .sp} files. */
final class SteampipeControls implements Format {

    private static final Set<String> USED =
            Set.of("title", "description", "severity", "tags", "query", "sql", "documentation");
    private static final Pattern CONTROL = Pattern.compile("control\\.([A-Za-z0-9_]+)");

    @Override
    public String files() {
        return "a .pp or .sp file of Powerpipe or Steampipe with control blocks";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.endsWith(".pp") || fileName.endsWith(".sp");
    }

    @Override
    public boolean fits(Source source) {
        return Hcl.blocks(source).stream().anyMatch(block -> block.isNamed("control") || block.isNamed("benchmark"));
    }

    @Override
    public void read(Source source, ImportLog log) {
        List<Hcl.Block> blocks = Hcl.blocks(source);
        Map<String, List<String>> benchmarks = benchmarks(blocks);
        for (Hcl.Block block : blocks) {
            if (block.isNamed("control")) {
                Keys.drop(block.body(), "", USED, log);
                List<String> answers = benchmarks.getOrDefault(block.label(), List.of());
                log.found(control(source.place(), block).answering(answers));
            }
        }
    }

    private static ForeignRule control(String place, Hcl.Block block) {
        JsonNode body = block.body();
        String service = Keys.text(body.path("tags"), "service").replaceFirst("^AWS/", "");
        return ForeignRule.named(place, block.label(), "steampipe_" + block.label())
                .about(service.isEmpty() ? block.label().replaceFirst("_.*", "") : service, "")
                .saying(withoutNumber(Keys.text(body, "title")), Keys.text(body, "description"))
                .graded(Keys.text(body, "severity"))
                .answering(Stream.of("cis_item_id", "control_set")
                        .map(key -> Keys.text(body.path("tags"), key))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** The titles of the benchmarks that each control stands in, by the control's name. */
    private static Map<String, List<String>> benchmarks(List<Hcl.Block> blocks) {
        Map<String, List<String>> benchmarks = new HashMap<>();
        for (Hcl.Block block : blocks) {
            if (block.isNamed("benchmark")) {
                block.body().path("children").forEach(child -> {
                    Matcher control = CONTROL.matcher(child.asString(""));
                    if (control.matches()) {
                        benchmarks
                                .computeIfAbsent(control.group(1), name -> new ArrayList<>())
                                .add(block.label());
                    }
                });
            }
        }
        return benchmarks;
    }

    /** "3.6 Ensure …" of CIS. */
    private static String withoutNumber(String title) {
        return title.replaceFirst("^[0-9]+(\\.[0-9]+)+\\s+", "");
    }
}
