package org.rulebatch.review;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who knows the token, and nobody else: other programs of this machine do not, and a page of another site that the
 * browser shows neither knows it nor can send it. The Host header is checked so that no name of another site can be made to
 * mean this machine. The page itself is the same for everybody and holds nothing of the run, so it needs no token.
 *
 * <p>The token travels in the fragment of the printed address, which browsers do not send, and in a header after that. It is
 * not a cookie: browsers send the cookies of 127.0.0.1 to every port of it, so to the servers of other users of the machine.
 */
final class Guard {

    private static final String HEADER = "X-Review-Token";

    private final String token;
    private final Set<String> hosts;

    Guard(String token, int port) {
        this.token = token;
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    static String newToken() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** @return why the request is refused; null where it is not */
    @Nullable
    String refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        if (host == null || !hosts.contains(host)) {
            return "This page is for 127.0.0.1 only.";
        }
        String origin = headers.getFirst("Origin");
        if (origin != null && hosts.stream().noneMatch(each -> origin.equals("http://" + each))) {
            return "Another site asked for this.";
        }
        return exchange.getRequestURI().getPath().equals("/") || isToken(headers.getFirst(HEADER))
                ? null
                : "The token is missing or wrong; open the address that the command 'review' printed.";
    }

    private boolean isToken(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
