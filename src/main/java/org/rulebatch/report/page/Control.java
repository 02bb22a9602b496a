package org.rulebatch.report.page;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A control of a framework, as a rule's {@code compliance} names it: {@code cis_aws_3.0.0_2.1.4} is 2.1.4 of {@code cis_aws_3.0.0},
 * "CIS AWS 3.0 2.1.4" is 2.1.4 of "CIS AWS 3.0", and {@code ORG-7} is ORG-7 of {@code ORG}.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"framework", "name"})
record Control(String framework, String name) {

    /** By framework, then by name, in which 2.9 stands before 2.10. */
    static final Comparator<Control> ORDER =
            Comparator.comparing(Control::framework).thenComparing(control -> natural(control.name));

    /** The last form takes what no other does. A catalogue for several clouds ends its names with a running number. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(.+_multi_cloud)_(.+?)(?:_[0-9]{4})?"),
            Pattern.compile("(.+) (\\S+)"),
            Pattern.compile("(.+)_([^_]+)"),
            Pattern.compile("(?=(\\w+)-)(.+)"),
            Pattern.compile("()(.*)"));

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int DIGITS = 9;

    static Control of(String written) {
        for (Pattern form : FORMS) {
            Matcher parts = form.matcher(written);
            if (parts.matches()) {
                return new Control(parts.group(1), parts.group(2));
            }
        }
        return new Control("", written);
    }

    private static String natural(String name) {
        return NUMBER.matcher(name)
                .replaceAll(
                        number -> "0".repeat(Math.max(0, DIGITS - number.group().length())) + number.group());
    }
}
