package org.rulebatch.generate.llm.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rulebatch.generate.llm.chat.CallFailure;

/**
 * How a server is asked, as far as servers differ: each refusal that is about one of these is answered by another way, found out once for
 * a process.
 *
 * @param form how the form of a reply is asked for
 * @param length the word for the most tokens of a reply
 * @param temperature whether the temperature is sent, where one is set
 * @param tools whether tools are offered, where the model may look things up by them
 */
record Dialect(ReplyForm form, Length length, boolean temperature, boolean tools) {

    /** The word for the most tokens of a reply. */
    enum Length {
        /** OpenAI's since its first reasoning models. */
        MAX_COMPLETION_TOKENS,
        /** That of the others. */
        MAX_TOKENS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        Length other() {
            return this == MAX_TOKENS ? MAX_COMPLETION_TOKENS : MAX_TOKENS;
        }
    }

    /** Another way, and what is said of it. */
    record Change(Dialect to, String text) {}

    /** What is said of a number: the word is known then. */
    private static final Pattern TOO_MUCH =
            Pattern.compile("too (large|big|high|many)|at most|maximum|exceed|less than|context");

    private static final Pattern TOOLS = Pattern.compile("\\btools?\\b|tool_choice|function call");
    private static final Pattern REFUSED = Pattern.compile(
            "support|unknown|unrecogni[sz]ed|not permitted|not allowed|unexpected|template|only the default|deprecated|extra|invalid");

    /** The way to ask after a refusal; empty if it is about something else. */
    Optional<Change> after(CallFailure failure) {
        String why = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (failure.kind() != CallFailure.Kind.REJECTED) {
            return Optional.empty();
        }
        if (why.contains(length.word()) && !TOO_MUCH.matcher(why).find()) {
            return Optional.of(new Change(
                    new Dialect(form, length.other(), temperature, tools),
                    "the word " + length.word() + "; from now on it is "
                            + length.other().word()));
        }
        if (temperature && why.contains("temperature")) {
            return Optional.of(new Change(
                    new Dialect(form, length, false, tools), "--llm.temperature; from now on it is not sent"));
        }
        if (form.isRefusedBy(failure)) {
            String next = form.next() == ReplyForm.OBJECT ? "a JSON object" : "JSON in plain text";
            return Optional.of(new Change(
                    new Dialect(form.next(), length, temperature, tools),
                    "the form of reply that it is asked for; from now on it is asked for " + next
                            + ". --llm.structured-output=prompt does so from the start"));
        }
        if (tools && TOOLS.matcher(why).find() && REFUSED.matcher(why).find()) {
            return Optional.of(new Change(
                    new Dialect(form, length, temperature, false),
                    "tools; from now on the model cannot look things up. --llm.lookups=field has it look them up by a field of"
                            + " its reply"));
        }
        return Optional.empty();
    }
}
