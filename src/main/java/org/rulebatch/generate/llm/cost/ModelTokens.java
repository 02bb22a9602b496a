package org.rulebatch.generate.llm.cost;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Counts tokens as OpenAI's models do; for models of others it is near enough, for theirs are not published as such. The words of an
 * encoding take a second of a processor to be read: that is done once, and beside whatever comes before the first count.
 */
public final class ModelTokens implements TokenCounter {

    /** The models that came before gpt-4o. */
    private static final Pattern OLD = Pattern.compile("(?i)(gpt-4(-.*)?|gpt-3\\.5.*)");

    private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();
    private static final Map<EncodingType, CompletableFuture<Encoding>> READ = new ConcurrentHashMap<>();

    private final CompletableFuture<Encoding> encoding;

    private ModelTokens(CompletableFuture<Encoding> encoding) {
        this.encoding = encoding;
    }

    public static ModelTokens of(String model) {
        EncodingType type = OLD.matcher(model).matches() ? EncodingType.CL100K_BASE : EncodingType.O200K_BASE;
        return new ModelTokens(
                READ.computeIfAbsent(type, each -> CompletableFuture.supplyAsync(() -> REGISTRY.getEncoding(each))));
    }

    @Override
    public int count(String text) {
        return encoding.join().countTokensOrdinary(text);
    }
}
