package org.rulebatch.generate.llm.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.rulebatch.generate.llm.chat.CallFailure;

/** How the form of a reply is asked for; a server that does not take one is asked by the next, down to plain text. */
enum ReplyForm {
    /** {@code response_format: json_schema}, strict. */
    SCHEMA,
    /** {@code response_format: json_object}, and the schema in the prompt. */
    OBJECT,
    /** The schema in the prompt alone. */
    TEXT;

    private static final Pattern ABOUT_FORM =
            Pattern.compile("response_?format|json_?.?schema|json_?.?object|structured.?output|guided|grammar");

    /** Whether a server has refused a request for this form. */
    boolean isRefusedBy(CallFailure failure) {
        String why = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return this != TEXT
                && failure.kind() == CallFailure.Kind.REJECTED
                && ABOUT_FORM.matcher(why).find();
    }

    ReplyForm next() {
        return this == SCHEMA ? OBJECT : TEXT;
    }
}
