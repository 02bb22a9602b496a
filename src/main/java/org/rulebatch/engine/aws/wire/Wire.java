package org.rulebatch.engine.aws.wire;

import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;

/** Puts one operation on the wire and reads its answer, with the SDK's factory for the service's protocol. */
interface Wire {

    /** Adds the marshaller and the response handlers. */
    void prepare(
            ClientExecutionParams<GenericRequest, GenericResponse> params,
            WireOperation operation,
            Supplier<SdkPojo> response);

    /**
     * The wire of a service's protocol.
     *
     * @param maxBytes of an answer's body
     */
    static Wire of(WireService service, GenericClient client, int maxBytes) {
        return switch (service.protocol()) {
            case JSON, REST_JSON -> new JsonWire(service, client.configuration(), maxBytes);
            case QUERY -> QueryWire.query(client.configuration(), maxBytes);
            case EC2 -> QueryWire.ec2(client.configuration(), maxBytes);
            case REST_XML -> new XmlWire(service, client.configuration(), maxBytes);
        };
    }
}
