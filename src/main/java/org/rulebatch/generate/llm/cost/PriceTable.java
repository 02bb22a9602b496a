package org.rulebatch.generate.llm.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import tools.jackson.databind.JsonNode;

/** What models cost, as it stands in {@code prices.yaml}; people's own file comes before the one of the program. */
public final class PriceTable implements Tariff {

    private static final String RESOURCE = "/generate/prices.yaml";
    private static final int MILLION = 6;
    private static final Set<String> KEYS = Set.of("source", "date", "models");

    private final String source;
    private final Map<String, Price> models;

    /**
     * Of a million tokens, in US dollars.
     *
     * @param cached of the part of the prompt that the provider had in its cache
     */
    private record Price(BigDecimal prompt, BigDecimal cached, BigDecimal reply) {}

    private PriceTable(String source, Map<String, Price> models) {
        this.source = source;
        this.models = Map.copyOf(models);
    }

    /** The one that comes with the program. */
    public static PriceTable bundled() {
        try (InputStream in = PriceTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            return of(YamlDocument.read("prices.yaml", in), new PriceTable("", Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The table with what a person's own file says instead.
     *
     * @throws IOException if the file is there and cannot be read
     * @throws IllegalArgumentException with {@code file:line} if it is no price table
     */
    public PriceTable with(Path own) throws IOException {
        if (!Files.isRegularFile(own)) {
            return this;
        }
        try {
            return of(YamlDocument.read(own), this);
        } catch (YamlException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static PriceTable of(YamlDocument document, PriceTable under) {
        JsonNode root = document.root();
        for (String key : root.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw wrong(document, "/" + key, "'" + key + "' is none of source, date, models");
            }
        }
        Map<String, Price> models = new TreeMap<>(under.models);
        root.path("models").properties().forEach(entry -> {
            String place = "/models/" + entry.getKey();
            JsonNode stated = entry.getValue();
            BigDecimal prompt = number(document, place, stated, "prompt");
            BigDecimal reply = number(document, place, stated, "reply");
            BigDecimal cached = stated.has("cached") ? number(document, place, stated, "cached") : prompt;
            models.put(entry.getKey(), new Price(prompt, cached, reply));
        });
        String source = document.source() + ", " + root.path("date").asString("no date") + ": "
                + root.path("source").asString("no source is named");
        return new PriceTable(source, models);
    }

    private static BigDecimal number(YamlDocument document, String place, JsonNode stated, String key) {
        JsonNode value = stated.path(key);
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            throw wrong(document, place, key + " is missing or no price; write dollars for a million tokens: 0.40");
        }
        return value.decimalValue();
    }

    private static IllegalArgumentException wrong(YamlDocument document, String pointer, String what) {
        return new IllegalArgumentException(document.place(pointer) + ": " + what);
    }

    @Override
    public Optional<BigDecimal> cost(String model, Usage usage) {
        return price(model).map(price -> price.prompt()
                .multiply(BigDecimal.valueOf(usage.promptTokens() - usage.cachedTokens()))
                .add(price.cached().multiply(BigDecimal.valueOf(usage.cachedTokens())))
                .add(price.reply().multiply(BigDecimal.valueOf(usage.replyTokens())))
                .movePointLeft(MILLION));
    }

    /** Where the prices are from, and of when. */
    public String source() {
        return source;
    }

    /** A dated snapshot costs what its model does. */
    private Optional<Price> price(String model) {
        Price exact = models.get(model);
        return Optional.ofNullable(
                exact == null ? models.get(model.replaceFirst("-\\d{4}-\\d{2}-\\d{2}$", "")) : exact);
    }
}
