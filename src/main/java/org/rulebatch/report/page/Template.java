package org.rulebatch.report.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Resources;
import org.rulebatch.files.Sha256;

/** A page's frame, styles and scripts, files of the program; <code>{{name}}</code> is where a part goes. */
public final class Template {

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private final String frame;
    private final String style;
    private final String script;
    private final String source;

    /**
     * Reads the files of a page.
     *
     * @param source what the page may talk to, as a content security policy says it: {@code 'none'} or {@code 'self'}
     */
    public Template(String frame, List<String> styles, List<String> scripts, String source) {
        this.frame = Resources.text(frame);
        this.style = styles.stream().map(Resources::text).collect(Collectors.joining());
        this.script = scripts.stream()
                .map(Resources::text)
                .collect(Collectors.joining("\n", "\"use strict\";\n(() => {\n", "})();\n"));
        this.source = source;
    }

    /**
     * Writes the page, part by part.
     *
     * @param parts by the name of their slot
     */
    public void write(OutputStream out, Map<String, AtomicFile.Content> parts) throws IOException {
        Matcher slots = SLOT.matcher(frame);
        int from = 0;
        while (slots.find()) {
            write(out, frame.substring(from, slots.start()));
            switch (slots.group(1)) {
                case "policy" -> write(out, policy());
                case "style" -> write(out, style);
                case "script" -> write(out, script);
                default -> part(parts, slots.group(1)).writeTo(out);
            }
            from = slots.end();
        }
        write(out, frame.substring(from));
    }

    /** Nothing is loaded from anywhere, and no script runs but the page's own. */
    private String policy() {
        return "default-src 'none'; img-src data:; connect-src " + source
                + "; base-uri 'none'; form-action 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'";
    }

    private static AtomicFile.Content part(Map<String, AtomicFile.Content> parts, String slot) {
        AtomicFile.Content part = parts.get(slot);
        if (part == null) {
            throw new IllegalStateException("the page has a slot '" + slot + "' that nothing fills");
        }
        return part;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
