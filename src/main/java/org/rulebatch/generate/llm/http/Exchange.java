package org.rulebatch.generate.llm.http;

import java.net.http.HttpHeaders;

/**
 * What came back, as far as it was read.
 *
 * @param complete whether that is all of it
 */
public record Exchange(int status, HttpHeaders headers, String body, boolean complete) {

    /** @throws org.rulebatch.generate.llm.chat.CallFailure if it is an error */
    void requireSuccess() {
        if (status / 100 != 2) {
            throw ServerErrors.of(this);
        }
    }
}
