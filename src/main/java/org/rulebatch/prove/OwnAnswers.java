package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.lint.Templates;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** Leaves out of answers what one verdict does not depend on: other resources, and reads made for them. */
final class OwnAnswers {

    private final Predicate<Map<ReadCall, Map<String, Object>>> holds;

    /** @param holds whether answers still give the verdict */
    OwnAnswers(Predicate<Map<ReadCall, Map<String, Object>>> holds) {
        this.holds = holds;
    }

    /** The answers that are left; members of what is left are all there. */
    Map<ReadCall, Map<String, Object>> of(Map<ReadCall, Map<String, Object>> answers, RuleDocument document) {
        Map<ReadCall, Map<String, Object>> left = new LinkedHashMap<>(answers);
        for (ReadCall call : answers.keySet()) {
            for (List<String> list : lists(call, document)) {
                shorten(left, call, list);
            }
        }
        for (ReadCall call : answers.keySet()) {
            Map<ReadCall, Map<String, Object>> without = new LinkedHashMap<>(left);
            without.remove(call);
            left = holds.test(without) ? without : left;
        }
        return left;
    }

    /** Where the lists stand that a read's items come from, by member names. */
    private static Set<List<String>> lists(ReadCall call, RuleDocument document) {
        Set<List<String>> lists = new LinkedHashSet<>();
        for (Discovery discovery : document.discoveries()) {
            String itemsFor = discovery.itemsFor();
            if (itemsFor != null
                    && discovery.client().equals(call.client())
                    && discovery.action().equals(call.action())) {
                List<String> path = new ArrayList<>();
                for (String step : Templates.path(itemsFor).from(1).steps()) {
                    if (FieldPath.isMany(step)) {
                        lists.add(List.copyOf(path));
                    } else {
                        path.add(step);
                    }
                }
                lists.add(path);
            }
        }
        return lists;
    }

    /** Takes away half of the elements, a quarter, down to each alone, as long as the verdict stays. */
    private void shorten(Map<ReadCall, Map<String, Object>> left, ReadCall call, List<String> path) {
        List<List<Object>> all = new ArrayList<>();
        collect(left.getOrDefault(call, Map.of()), path, all);
        int most = all.stream().mapToInt(List::size).max().orElse(0);
        for (int size = Math.max(1, most / 2); size > 0; size /= 2) {
            for (int from = 0; from < most; ) {
                Map<ReadCall, Map<String, Object>> shorter = new LinkedHashMap<>(left);
                int end = from + size;
                int begin = from;
                shorter.put(call, without(left.getOrDefault(call, Map.of()), path, begin, end));
                if (holds.test(shorter)) {
                    left.putAll(shorter);
                    most -= size;
                } else {
                    from = end;
                }
            }
        }
    }

    private static void collect(Object value, List<String> path, List<List<Object>> found) {
        if (value instanceof List<?> list && path.isEmpty()) {
            found.add(new ArrayList<>(list));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, path, found));
        } else if (value instanceof Map<?, ?> map && !path.isEmpty() && map.get(path.get(0)) != null) {
            collect(map.get(path.get(0)), path.subList(1, path.size()), found);
        }
    }

    private static Map<String, Object> without(Map<?, ?> answer, List<String> path, int from, int to) {
        Map<String, Object> copy = new LinkedHashMap<>();
        answer.forEach((name, value) -> copy.put(
                name.toString(),
                name.equals(path.get(0)) ? shortened(value, path.subList(1, path.size()), from, to) : value));
        return copy;
    }

    private static Object shortened(Object value, List<String> path, int from, int to) {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                if (!path.isEmpty()) {
                    copy.add(shortened(list.get(i), path, from, to));
                } else if (i < from || i >= to) {
                    copy.add(list.get(i));
                }
            }
            return copy;
        }
        return value instanceof Map<?, ?> map && !path.isEmpty() ? without(map, path, from, to) : value;
    }
}
