package org.rulebatch.lint;

import org.rulebatch.catalog.FieldPath;

/** Reads the templates of a rule file, {@code {{ path }}}. */
public final class Templates {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private Templates() {}

    public static boolean isTemplate(Object value) {
        return value instanceof String text && text.startsWith(OPEN) && text.endsWith(CLOSE);
    }

    /** The path between the braces; of a text without braces, the text itself. */
    public static FieldPath path(String template) {
        return FieldPath.parse(
                isTemplate(template)
                        ? template.substring(2, template.length() - 2).strip()
                        : template);
    }
}
