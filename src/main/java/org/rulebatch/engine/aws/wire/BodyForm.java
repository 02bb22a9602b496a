package org.rulebatch.engine.aws.wire;

import java.util.Set;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Facts;

/**
 * The form that the body of an operation's answer has on its protocol's wire. The SDK reads whatever comes and leaves out
 * what it does not find, so that a proxy's page would be an answer without resources.
 */
interface BodyForm {

    /** @throws UnreadAnswerException if the body is not of this form; says what came instead */
    void require(Body body);

    static BodyForm of(WireService service, WireOperation operation) {
        String method = operation.facts().at("http").text("method");
        if (method.equals("HEAD")) {
            return BodyForm::ofHead;
        }
        BodyForm form = ofBody(service, operation);
        boolean mayBeEmpty = operation.facts().at("http").text("responseCode").equals("204");
        return body -> {
            if (!(mayBeEmpty && body.isEmpty())) {
                form.require(body);
            }
        };
    }

    private static BodyForm ofBody(WireService service, WireOperation operation) {
        String name = operation.operation().name();
        if (operation.hasRawPayload()) {
            return service.isS3() ? new JsonForm(Set.of(), "a policy") : BodyForm::ofText;
        }
        return switch (service.protocol()) {
            case JSON, REST_JSON -> new JsonForm(members(service, operation), name + "'s answer");
            case QUERY -> new XmlForm(Set.of(), operation.facts().at("output").text("resultWrapper"), false);
            case EC2 -> new XmlForm(Set.of(name + "Response"), "", false);
            case REST_XML -> {
                boolean readsErrors = service.isS3() && !operation.hasBareRoot();
                yield new XmlForm(XmlRoots.of(service, operation), "", readsErrors);
            }
        };
    }

    /** The names on the wire of the members that stand in the body. */
    private static Set<String> members(WireService service, WireOperation operation) {
        Facts output = service.shape(operation.outputShape());
        String payload = output.text("payload");
        Facts shape = payload.isEmpty()
                ? output
                : service.shape(output.at("members").at(payload).text("shape"));
        Facts members = shape.at("members");
        return members.keys().stream()
                .filter(member -> !members.at(member).has("location"))
                .map(member -> members.at(member).find("locationName").orElse(member))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All of it stands in the headers. */
    private static void ofHead(Body body) {
        if (body.isHtml()) {
            throw body.unread("the headers of an HTML page", "its own headers");
        }
    }

    /** A text or a blob of the service's own. */
    private static void ofText(Body body) {
        body.requireWhole("a text");
        if (body.kind().equals("an HTML page") || body.kind().equals("XML")) {
            throw body.unread(body.kind(), "a text");
        }
    }
}
