package org.rulebatch.cli.options;

import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.http.Secret;
import org.rulebatch.store.InputException;

/** The key of the model's server. It is read from the environment only, where no list of processes shows it. */
public final class ModelKey {

    /** The environment variable that holds it. */
    static final String VARIABLE = "OPENAI_API_KEY";

    /** For a run that sends nothing, and for servers that need none. */
    static final Secret NONE = new Secret("none");

    private ModelKey() {}

    public static boolean isSet() {
        return stated() != null;
    }

    /** @throws InputException if there is no key and the server needs one */
    static Secret of(ModelIdentity identity) {
        String key = stated();
        if (key == null && identity.isOpenAi()) {
            throw new InputException("--generator=openai: " + VARIABLE
                    + " is not set. Set it, name another server with --llm.base-url, or use --generator=embedded.");
        }
        return key == null ? NONE : new Secret(key);
    }

    /** @throws InputException if it holds what no header can; the message does not show it */
    private static @Nullable String stated() {
        String key = System.getenv(VARIABLE);
        if (key == null || key.isBlank()) {
            return null;
        }
        if (!key.strip().matches("[\\x21-\\x7e]+")) {
            throw new InputException(VARIABLE + " holds a space, a line break or another character that no key has.");
        }
        return key.strip();
    }
}
