package org.rulebatch.imports.format;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the blocks of an HCL file apart and evaluates nothing: a reference stays its name, of a function's call the maps that stand in
 * it are left ({@code merge}), and of any other expression nothing is. Source of the syntax: HashiCorp, "HCL Native Syntax
 * Specification".
 */
final class Hcl {

    private static final int MOST_CHARACTERS = 4 << 20;
    private static final int DEEPEST = 40;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Source source;
    private final HclText text;
    private final List<Block> blocks = new ArrayList<>();

    private Hcl(Source source) {
        this.source = source;
        this.text = new HclText(source);
    }

    /** A block at the top, {@code control "name" { … }}. */
    record Block(List<String> names, JsonNode body) {

        boolean isNamed(String kind) {
            return names.get(0).equals(kind) && names.size() > 1;
        }

        String label() {
            return names.get(names.size() - 1);
        }
    }

    /** @throws UnreadableException if it is no HCL, too large or nested too deeply */
    static List<Block> blocks(Source source) {
        if (source.text().length() > MOST_CHARACTERS) {
            throw new UnreadableException(
                    source.place(), "larger than " + (MOST_CHARACTERS >> 20) + " MiB of HCL", "split it");
        }
        Hcl hcl = new Hcl(source);
        hcl.body(0);
        if (!hcl.text.isAtEnd()) {
            throw hcl.text.fault("a closing brace that nothing opened");
        }
        return hcl.blocks;
    }

    /** Attributes of a body; blocks within it are read and dropped. */
    private ObjectNode body(int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableException(
                    source.place() + ":" + text.line(),
                    "nested deeper than " + DEEPEST + " levels",
                    "no file of controls is");
        }
        ObjectNode attributes = NODES.objectNode();
        for (text.skipLines(); !text.isAtEnd() && !text.isAt('}'); text.skipLines()) {
            List<String> names = new ArrayList<>(List.of(text.name()));
            for (text.skipBlanks(); !text.isAt('=') && !text.isAt('{') && !text.isAt(':'); text.skipBlanks()) {
                names.add(text.name());
            }
            if (text.isAt('{')) {
                text.take();
                ObjectNode body = body(depth + 1);
                text.expect('}');
                if (depth == 0) {
                    blocks.add(new Block(List.copyOf(names), body));
                }
            } else {
                text.take();
                JsonNode value = value(depth + 1);
                if (!value.isMissingNode()) {
                    attributes.set(names.get(0), value);
                }
                text.skipLines();
                if (text.isAt(',')) {
                    text.take();
                }
            }
        }
        return attributes;
    }

    /** A value; what follows it as an operator makes an expression of it, which is nothing here. */
    private JsonNode value(int depth) {
        text.skipBlanks();
        JsonNode value = single(depth);
        text.skipBlanks();
        return text.skipExpression() ? NODES.missingNode() : value;
    }

    private JsonNode single(int depth) {
        if (text.isAt('"')) {
            return NODES.stringNode(text.quoted());
        }
        if (text.isAtHeredoc()) {
            return NODES.stringNode(text.heredoc());
        }
        if (text.isAt('{')) {
            text.take();
            ObjectNode object = body(depth + 1);
            text.expect('}');
            return object;
        }
        if (text.isAt('[')) {
            text.take();
            return list(']', depth + 1);
        }
        String word = text.word();
        if (!word.isEmpty() && text.isAt('(')) {
            text.take();
            ObjectNode merged = NODES.objectNode();
            list(')', depth + 1).forEach(argument -> argument.forEachEntry(merged::set));
            return merged;
        }
        return word.isEmpty() ? NODES.missingNode() : NODES.stringNode(word);
    }

    private ArrayNode list(char end, int depth) {
        if (depth > DEEPEST) {
            throw text.fault("nested deeper than " + DEEPEST + " levels");
        }
        ArrayNode values = NODES.arrayNode();
        for (text.skipLines(); !text.isAt(end); text.skipLines()) {
            JsonNode value = value(depth);
            if (!value.isMissingNode()) {
                values.add(value);
            }
            text.skipLines();
            if (text.isAt(',')) {
                text.take();
            } else if (!text.isAt(end)) {
                throw text.fault("expected '" + end + "'");
            }
        }
        text.expect(end);
        return values;
    }
}
