package org.rulebatch.generate.llm;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.regex.Pattern;

/** Counts tokens as OpenAI's models do; for models of others it is near enough, for theirs are not published as such. */
public final class ModelTokens implements TokenCounter {

    /** The models that came before gpt-4o. */
    private static final Pattern OLD = Pattern.compile("(?i)(gpt-4(-.*)?|gpt-3\\.5.*)");

    private final Encoding encoding;

    private ModelTokens(Encoding encoding) {
        this.encoding = encoding;
    }

    public static ModelTokens of(String model) {
        EncodingType type = OLD.matcher(model).matches() ? EncodingType.CL100K_BASE : EncodingType.O200K_BASE;
        return new ModelTokens(Encodings.newLazyEncodingRegistry().getEncoding(type));
    }

    @Override
    public int count(String text) {
        return encoding.countTokensOrdinary(text);
    }
}
