package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;

/** Ranks the reads that could supply a parameter: lists that need nothing, are about the same resource and yield many. */
final class Suppliers {

    private static final int MAX_TRIED = 6;

    private Suppliers() {}

    /**
     * The reads worth trying, best first.
     *
     * @param resource what the operation with the parameters is about
     * @param open reads that cannot be used
     */
    static List<Operation> of(List<Parameter> parameters, String resource, List<Source> sources, Set<String> open) {
        Map<Parameter, ParameterName> wanted = new LinkedHashMap<>();
        parameters.forEach(parameter -> wanted.put(parameter, ParameterName.of(parameter.name(), resource)));
        List<Scored> scored = new ArrayList<>();
        for (Source source : sources) {
            Operation supplier = source.operation();
            int fit = wanted.entrySet().stream()
                    .mapToInt(each -> fit(source, each.getKey(), each.getValue()))
                    .max()
                    .orElse(0);
            if (fit > 0 && !open.contains(supplier.toString())) {
                int named = names(supplier, parameters, resource) ? 15 : 0;
                scored.add(new Scored(supplier, score(source, fit, resource) + named));
            }
        }
        return scored.stream()
                .sorted(Comparator.comparingInt(Scored::score).reversed().thenComparing(each -> each.operation()
                        .method()))
                .map(Scored::operation)
                .distinct()
                .limit(MAX_TRIED)
                .toList();
    }

    private static int fit(Source source, Parameter parameter, ParameterName wanted) {
        int fit = source.fit(parameter, wanted);
        return fit > 0 && requires(source.operation(), parameter) ? 0 : fit;
    }

    /** A read that must be given a value only repeats it, and only for what it lists. */
    private static boolean requires(Operation supplier, Parameter parameter) {
        return supplier.required().stream().anyMatch(own -> own.name().equals(parameter.name()));
    }

    /** Whether a parameter is named after what the read is about: {@code UserName}, and the read lists users. */
    private static boolean names(Operation supplier, List<Parameter> parameters, String resource) {
        String about = Nouns.ofMethod(supplier.method());
        return parameters.stream()
                .anyMatch(parameter ->
                        ParameterName.of(parameter.name(), resource).noun().equals(about));
    }

    private static int score(Source source, int fit, String resource) {
        Operation supplier = source.operation();
        String method = supplier.method();
        String inItem = source.field().path().substring(source.items().length());
        int score = 10 * fit - 6 * supplier.required().size();
        score += source.items().isEmpty() ? -15 : 10;
        score += resource.startsWith(Nouns.ofMethod(method)) ? 12 : 0;
        score += inItem.chars().filter(c -> c == '.').count() > 1 ? -8 : 0;
        score += method.startsWith("list_") || method.startsWith("describe_") ? 3 : 0;
        return score;
    }

    private record Scored(Operation operation, int score) {}
}
