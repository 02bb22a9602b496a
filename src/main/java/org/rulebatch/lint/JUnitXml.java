package org.rulebatch.lint;

import java.io.PrintWriter;
import java.util.List;

/** Prints a test case a file, as CI servers read them. */
final class JUnitXml {

    private JUnitXml() {}

    static void print(CheckedFiles checked, PrintWriter out) {
        long failed = checked.files().stream()
                .filter(file -> !errors(checked, file).isEmpty())
                .count();
        out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.println("<testsuite name=\"rule-batch validate\" tests=\""
                + checked.files().size() + "\" failures=\"" + failed + "\">");
        for (String file : checked.files()) {
            List<FileFinding> errors = errors(checked, file);
            out.print("  <testcase classname=\"validate\" name=\"" + escaped(file) + "\"");
            if (errors.isEmpty()) {
                out.println("/>");
                continue;
            }
            out.println(">");
            errors.forEach(each -> out.println("    <failure type=\""
                    + escaped(each.finding().id()) + "\" message=\"" + escaped(FindingFormat.line(each)) + "\"/>"));
            out.println("  </testcase>");
        }
        out.println("</testsuite>");
    }

    private static List<FileFinding> errors(CheckedFiles checked, String file) {
        return checked.findings().stream()
                .filter(each -> each.file().equals(file) && each.finding().isError())
                .toList();
    }

    /** XML has no way to say most control characters, so they become a question mark. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\t\n\r]]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
    }
}
