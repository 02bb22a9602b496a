package org.rulebatch.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds the tree of one document from the parser's events, so that nothing is expanded before it is checked. */
final class YamlTree {

    private static final int MAX_DEPTH = 50;

    /** What is longer is text: reading digits as a number takes time that grows with the square of their count. */
    private static final int LONGEST_NUMBER = 30;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

    private final String source;
    private final Iterator<Event> events;
    private final Map<String, Integer> lines = new HashMap<>();

    YamlTree(String source, String text) {
        this.source = source;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setCodePointLimit(YamlDocument.MAX_BYTES)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    YamlDocument document() {
        try {
            expect(Event.ID.StreamStart);
            Event start = events.next();
            if (start.getEventId() == Event.ID.StreamEnd) {
                return new YamlDocument(source, MissingNode.getInstance(), lines);
            }
            JsonNode root = value(events.next(), "", 0);
            expect(Event.ID.DocumentEnd);
            Event end = events.next();
            if (end.getEventId() != Event.ID.StreamEnd) {
                throw fault(end, "a second document starts here; one document a file");
            }
            return new YamlDocument(source, root, lines);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new YamlException(source, line, e.getProblem());
        } catch (YamlEngineException e) {
            throw new YamlException(source, 1, String.valueOf(e.getMessage()));
        }
    }

    private void expect(Event.ID id) {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw fault(event, "expected " + id + ", found " + event.getEventId());
        }
    }

    private JsonNode value(Event event, String pointer, int depth) {
        lines.put(pointer, line(event));
        if (depth > MAX_DEPTH) {
            throw fault(event, "nested deeper than " + MAX_DEPTH + " levels");
        }
        if (event instanceof ScalarEvent scalar) {
            wellFormed(scalar);
            return scalar(scalar);
        }
        if (event instanceof SequenceStartEvent) {
            return sequence(pointer, depth);
        }
        if (event instanceof MappingStartEvent) {
            return mapping(pointer, depth);
        }
        String what =
                event instanceof AliasEvent ? "an alias (*name) stands here; write the value out" : "no value here";
        throw fault(event, what);
    }

    private ArrayNode sequence(String pointer, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            array.add(value(next, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private ObjectNode mapping(String pointer, int depth) {
        ObjectNode object = NODES.objectNode();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            if (!(next instanceof ScalarEvent key)) {
                throw fault(next, "a key must be a plain word");
            }
            wellFormed(key);
            String name = key.getValue();
            if (object.has(name)) {
                throw fault(next, "the key '" + name + "' stands here a second time");
            }
            object.set(name, value(events.next(), pointer + "/" + escaped(name), depth + 1));
        }
        return object;
    }

    private static JsonNode scalar(ScalarEvent event) {
        String text = event.getValue();
        if (event.getScalarStyle() != ScalarStyle.PLAIN || text.length() > LONGEST_NUMBER) {
            return NODES.stringNode(text);
        }
        Tag tag = RESOLVER.resolve(text, true);
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(Boolean.parseBoolean(text));
        }
        return number(tag, text).orElseGet(() -> NODES.stringNode(text));
    }

    private static Optional<JsonNode> number(Tag tag, String text) {
        try {
            if (tag.equals(Tag.INT)) {
                BigInteger value = new BigInteger(text);
                return Optional.of(
                        value.bitLength() < 32 ? NODES.numberNode(value.intValue()) : NODES.numberNode(value));
            }
            if (tag.equals(Tag.FLOAT)) {
                double value = new BigDecimal(text).doubleValue();
                return Double.isInfinite(value) ? Optional.empty() : Optional.of(NODES.numberNode(value));
            }
        } catch (NumberFormatException e) {
            return Optional.empty(); // 0o17, .inf: stays the text that was written
        }
        return Optional.empty();
    }

    /** Half of a surrogate pair is not a character: no JSON reader takes a file that has one. */
    private void wellFormed(ScalarEvent event) {
        boolean lone = event.getValue()
                .codePoints()
                .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (lone) {
            throw fault(event, "holds half of a surrogate pair, which is not a character; write the whole character");
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private YamlException fault(Event event, String reason) {
        return new YamlException(source, line(event), reason);
    }
}
