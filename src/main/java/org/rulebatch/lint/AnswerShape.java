package org.rulebatch.lint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Facts;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.catalog.Service;

/** Says by the API model whether an answer can have a value at a path. */
final class AnswerShape {

    /**
     * Where a path leaves the model.
     *
     * @param step the first step that there is not
     * @param owner the shape that lacks it
     * @param nearest the member that was most likely meant
     */
    record Missing(String step, String owner, Optional<String> nearest) {}

    private final Service service;
    private final String output;

    private AnswerShape(Service service, String output) {
        this.service = service;
        this.output = output;
    }

    /** @return empty if the catalog does not know the read */
    static Optional<AnswerShape> of(Catalog catalog, String client, String action) {
        return catalog.service(client).flatMap(service -> service.operation(action)
                .flatMap(operation -> service.model().operation(operation.name()))
                .map(facts -> new AnswerShape(service, facts.at("output").text("shape"))));
    }

    /** @return empty if there can be a value at the path */
    Optional<Missing> missing(FieldPath path) {
        String at = output;
        for (String step : path.steps()) {
            Facts shape = service.model().shape(at).orElse(null);
            if (shape == null || shape.flag("document")) {
                return Optional.empty();
            }
            String next = next(shape, step);
            if (next == null) {
                return Optional.of(new Missing(
                        step, at, Nearest.to(step, shape.at("members").keys())));
            }
            at = next;
        }
        return Optional.empty();
    }

    /** The shape that a step leads to; null if there is none. */
    private static @Nullable String next(Facts shape, String step) {
        return switch (shape.text("type")) {
            case "structure" -> shape.at("members").at(step).find("shape").orElse(null);
            case "map" -> shape.at("value").text("shape");
            case "list" -> step.equals("[]") ? shape.at("member").text("shape") : null;
            default -> null;
        };
    }
}
