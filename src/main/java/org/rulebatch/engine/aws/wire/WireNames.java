package org.rulebatch.engine.aws.wire;

import java.util.Optional;
import org.rulebatch.catalog.Facts;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.LocationTrait;

/** Where a member stands on the wire, and under which name. */
final class WireNames {

    private final Optional<Protocol> requestsOf;

    private WireNames(Optional<Protocol> requestsOf) {
        this.requestsOf = requestsOf;
    }

    static WireNames ofRequests(Protocol protocol) {
        return new WireNames(Optional.of(protocol));
    }

    static WireNames ofResponses() {
        return new WireNames(Optional.empty());
    }

    LocationTrait location(String member, Facts reference, Facts shape, String requestUri) {
        String received = received(member, reference, shape);
        boolean greedy = requestUri.contains("{" + received + "+}");
        return LocationTrait.builder()
                .location(greedy ? MarshallLocation.GREEDY_PATH : place(reference.text("location")))
                .locationName(requestsOf.isPresent() ? sent(requestsOf.get(), received, reference) : received)
                .unmarshallLocationName(received)
                .build();
    }

    private static MarshallLocation place(String location) {
        return switch (location) {
            case "header", "headers" -> MarshallLocation.HEADER;
            case "querystring" -> MarshallLocation.QUERY_PARAM;
            case "uri" -> MarshallLocation.PATH;
            case "statusCode" -> MarshallLocation.STATUS_CODE;
            default -> MarshallLocation.PAYLOAD;
        };
    }

    /** A flattened list has no element around it: what is seen is the name of its elements. */
    private static String received(String member, Facts reference, Facts shape) {
        boolean flattened = reference.flag("flattened") || shape.flag("flattened");
        Optional<String> element = flattened ? shape.at("member").find("locationName") : Optional.empty();
        return element.or(() -> reference.find("locationName")).orElse(member);
    }

    private static String sent(Protocol protocol, String received, Facts reference) {
        if (protocol != Protocol.EC2) {
            return received;
        }
        return reference.find("queryName").orElseGet(() -> upperFirst(received));
    }

    private static String upperFirst(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
