package org.rulebatch.engine.aws.wire;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The outer elements of an XML document, without their namespaces.
 *
 * @param children names of the elements in the root
 * @param code of the first element {@code Code}; empty if there is none
 * @param message of the first element {@code Message}
 */
record XmlOutline(String root, List<String> children, String code, String message) {

    private static final Set<String> ERRORS = Set.of("Error", "ErrorResponse");
    private static final XMLInputFactory FACTORY = factory();

    /** @return empty if the bytes are not one well-formed document, or bring a document type, which no service sends */
    static Optional<XmlOutline> of(byte[] bytes) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return Optional.ofNullable(read(reader));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    /** Whether it is one of the forms in which errors are told. */
    boolean isError() {
        return ERRORS.contains(root) || root.equals("Response") && children.contains("Errors");
    }

    private static @Nullable XmlOutline read(XMLStreamReader reader) throws XMLStreamException {
        List<String> names = new ArrayList<>();
        StringBuilder code = new StringBuilder();
        StringBuilder message = new StringBuilder();
        String root = "";
        String at = "";
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> {
                    return null;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    at = reader.getLocalName();
                    root = depth == 0 ? at : root;
                    if (depth == 1) {
                        names.add(at);
                    }
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    at = "";
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(at, reader, code, message);
                default -> {}
            }
        }
        return new XmlOutline(root, List.copyOf(names), code.toString(), message.toString());
    }

    private static void text(String element, XMLStreamReader reader, StringBuilder code, StringBuilder message) {
        if (element.equals("Code")) {
            code.append(reader.getText());
        } else if (element.equals("Message")) {
            message.append(reader.getText());
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
