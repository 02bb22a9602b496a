package org.rulebatch.engine.aws.wire;

import java.util.List;
import java.util.Optional;
import org.rulebatch.catalog.Facts;

/** The wire protocols of AWS that this client speaks. */
enum Protocol {
    JSON("json"),
    REST_JSON("rest-json"),
    QUERY("query"),
    EC2("ec2"),
    REST_XML("rest-xml");

    private final String wireName;

    Protocol(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /**
     * The protocol to use for a service: the model's own, else the last of its alternatives that is spoken here. The last is the
     * oldest, which emulators answer too.
     *
     * @param metadata of the service's model
     * @return empty if the service speaks none of them, such as only CBOR
     */
    static Optional<Protocol> of(Facts metadata) {
        return of(metadata.text("protocol")).or(() -> metadata.texts("protocols").stream()
                .flatMap(name -> of(name).stream())
                .reduce((newer, older) -> older));
    }

    private static Optional<Protocol> of(String name) {
        return List.of(values()).stream()
                .filter(protocol -> protocol.wireName.equals(name))
                .findFirst();
    }
}
