package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.lint.Templates;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.Discovery;

/** Makes, for the values that a check is to see, the answers of the reads out of which the engine takes them. */
final class Answers {

    private final Shapes shapes;
    private final Realistic realistic;
    private final Map<String, Instance> shared = new HashMap<>();
    private final List<Instance> all = new ArrayList<>();

    Answers(Shapes shapes, Realistic realistic) {
        this.shapes = shapes;
        this.realistic = realistic;
    }

    /** @param values of {@code item} and of the further lists */
    Map<String, List<Reply>> of(Check check, Map<String, Object> values) {
        if (check.isOfItems()) {
            Instance item = shared(check.forEach());
            members(values.get("item")).forEach(item::emit);
        }
        if (check.demand() instanceof Demand.Expressions asked) {
            asked.with().forEach((name, id) -> {
                isAlwaysThere(id);
                int count = 0;
                for (Object element : (List<?>) values.getOrDefault(name, List.of())) {
                    Instance instance = element(discovery(id), count++);
                    members(element).forEach(instance::emit);
                }
            });
        }
        name();
        return replies();
    }

    /** What an answer gives one of, whatever it holds, is there in an empty account as well. */
    private boolean isAlwaysThere(String id) {
        Discovery discovery = discovery(id);
        String parent = discovery.forEach();
        boolean always = (parent == null || isAlwaysThere(parent)) && discovery.itemsFor() == null;
        if (always) {
            shared(id);
        }
        return always;
    }

    private Discovery discovery(String id) {
        return shapes.discovery(id);
    }

    private static Map<String, Object> members(@Nullable Object item) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (item instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(name.toString(), value));
        }
        return members;
    }

    /** The instance of a discovery, and of those above it, that all share. */
    private Instance shared(String id) {
        Instance known = shared.get(id);
        if (known == null) {
            String parent = discovery(id).forEach();
            known = made(discovery(id), parent == null ? null : shared(parent));
            shared.put(id, known);
        }
        return known;
    }

    private Instance made(Discovery discovery, @Nullable Instance parent) {
        Instance instance = new Instance(discovery, parent, shapes);
        all.add(instance);
        return instance;
    }

    /** An element of a further list; each is made by an element of its own of the nearest list above. */
    private Instance element(Discovery discovery, int count) {
        if (count == 0) {
            return shared(discovery.id());
        }
        String parent = discovery.forEach();
        if (discovery.itemsFor() != null) {
            return made(discovery, parent == null ? null : shared(parent));
        }
        return parent == null ? shared(discovery.id()) : made(discovery, element(discovery(parent), count));
    }

    /** Gives each item what it is called, and what reads that are made for it ask by. */
    private void name() {
        Map<String, Integer> counts = new HashMap<>();
        for (Instance instance : List.copyOf(all)) {
            Discovery discovery = instance.discovery();
            int count = counts.merge(discovery.id(), 1, Integer::sum);
            shapes.wanted(discovery).forEach(key -> named(instance, key, count));
        }
    }

    private void named(Instance instance, String key, int count) {
        if (instance.inherited(key) == null) {
            String template = instance.discovery().item().get(key);
            List<String> steps = template == null ? List.of(key) : shapes.steps(template);
            String member = steps.get(steps.size() - 1);
            boolean plain = member.equals(Discovery.ELEMENT) || member.equals("[]");
            instance.emit(key, realistic.text(plain ? key : member, count));
        }
    }

    private Map<String, List<Reply>> replies() {
        Map<String, List<Reply>> replies = new LinkedHashMap<>();
        for (Discovery discovery : shapes.discoveries()) {
            Map<List<@Nullable Instance>, List<Instance>> calls = new LinkedHashMap<>();
            for (Instance instance : all) {
                if (instance.discovery().equals(discovery)) {
                    List<@Nullable Instance> call = new ArrayList<>();
                    call.add(instance.parent());
                    calls.computeIfAbsent(call, key -> new ArrayList<>()).add(instance);
                }
            }
            String read = discovery.client() + "." + discovery.action();
            long same = shapes.discoveries().stream()
                    .filter(other -> read.equals(other.client() + "." + other.action()))
                    .count();
            calls.forEach((call, instances) -> replies.computeIfAbsent(read, key -> new ArrayList<>())
                    .add(new Reply(params(discovery, call.get(0), same > 1), answer(discovery, instances))));
        }
        replies.replaceAll((read, list) -> merged(list));
        return replies;
    }

    /** Replies to one and the same call are one. */
    private static List<Reply> merged(List<Reply> replies) {
        Map<Map<String, Object>, Map<String, Object>> byParams = new LinkedHashMap<>();
        replies.forEach(reply ->
                byParams.merge(reply.params(), reply.answer(), (one, two) -> members(Structures.merged(one, two))));
        List<Reply> merged = new ArrayList<>();
        byParams.forEach((params, answer) -> merged.add(new Reply(params, answer)));
        return merged;
    }

    private Map<String, Object> params(Discovery discovery, @Nullable Instance parent, boolean literals) {
        boolean several = all.stream()
                        .filter(each -> each.discovery().id().equals(discovery.forEach()))
                        .count()
                > 1;
        Map<String, Object> params = new LinkedHashMap<>();
        discovery.params().forEach((name, value) -> {
            Optional<String> key = shapes.bound(value);
            Object bound = parent == null ? null : key.map(parent::inherited).orElse(null);
            if (key.isEmpty() && literals) {
                params.put(name, value);
            } else if (several && bound != null && Templates.isTemplate(value)) {
                params.put(name, bound);
            }
        });
        return params;
    }

    private Map<String, Object> answer(Discovery discovery, List<Instance> instances) {
        Map<String, Object> answer = new LinkedHashMap<>();
        List<Object> elements = new ArrayList<>();
        for (Instance instance : instances) {
            instance.answer().forEach((name, value) -> answer.merge(name, value, Structures::merged));
            Object plain = instance.element().isEmpty() ? whole(instance) : null;
            elements.add(plain == null ? instance.element() : plain);
        }
        String items = discovery.itemsFor();
        if (items != null) {
            List<String> steps = shapes.steps(items);
            list(answer, steps.subList(1, steps.size()), elements);
        }
        return answer;
    }

    /** The element where it is no structure but a name. */
    private @Nullable Object whole(Instance instance) {
        for (Map.Entry<String, String> key : instance.discovery().item().entrySet()) {
            if (shapes.steps(key.getValue()).equals(List.of(Discovery.ELEMENT))) {
                return instance.key(key.getKey());
            }
        }
        return null;
    }

    private static void list(Map<String, Object> into, List<String> steps, List<Object> elements) {
        List<String> path = new ArrayList<>(steps);
        while (!path.isEmpty() && path.get(path.size() - 1).equals("[]")) {
            path.remove(path.size() - 1);
        }
        if (!path.isEmpty()) {
            boolean nested = path.contains("[]") || path.contains("{}");
            Structures.put(into, path, nested ? List.of(elements) : elements);
        }
    }
}
