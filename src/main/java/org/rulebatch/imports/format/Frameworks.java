package org.rulebatch.imports.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The frameworks that were read: which requirements each of Prowler's checks answers. */
final class Frameworks {

    /**
     * A requirement of a framework.
     *
     * @param checks Prowler's ids
     * @param rule the requirement's own words as a rule; empty where they are not a check
     */
    record Requirement(String place, String label, List<String> checks, Optional<ForeignRule> rule) {
        Requirement {
            checks = List.copyOf(checks);
        }
    }

    private final List<Requirement> requirements = new ArrayList<>();

    void add(Requirement requirement) {
        requirements.add(requirement);
    }

    /** The checks that the frameworks name, with the requirements that they answer; all where there is no framework. */
    List<ForeignRule> selected(SortedMap<String, ForeignRule> found, ImportLog log) {
        if (requirements.isEmpty()) {
            return List.copyOf(found.values());
        }
        SortedMap<String, ForeignRule> selected = new TreeMap<>();
        for (ForeignRule rule : found.values()) {
            if (!isOfProwler(rule)) {
                selected.put(rule.id(), rule);
            }
        }
        for (Requirement requirement : requirements) {
            add(requirement, found, selected, log);
        }
        long others =
                found.keySet().stream().filter(id -> !selected.containsKey(id)).count();
        if (others > 0) {
            log.note(others + (others == 1 ? " check of Prowler is" : " checks of Prowler are")
                    + " omitted: no framework that you named asks for them");
        }
        return List.copyOf(selected.values());
    }

    private static void add(
            Requirement requirement,
            SortedMap<String, ForeignRule> found,
            SortedMap<String, ForeignRule> selected,
            ImportLog log) {
        List<String> there =
                requirement.checks().stream().filter(found::containsKey).toList();
        for (String check : there) {
            ForeignRule known = selected.getOrDefault(check, found.get(check));
            if (known != null) {
                selected.put(check, known.answering(List.of(requirement.label())));
            }
        }
        if (there.isEmpty() && requirement.rule().isPresent()) {
            ForeignRule own = requirement.rule().get();
            selected.putIfAbsent(own.id(), own);
            log.note(requirement.label() + " is taken by its own words: its checks ("
                    + String.join(", ", requirement.checks()) + ") are not among the files");
        } else if (there.size() < requirement.checks().size()) {
            String missing = String.join(
                    ", ",
                    requirement.checks().stream()
                            .filter(check -> !there.contains(check))
                            .toList());
            log.leftOut(
                    requirement.place(),
                    requirement.label(),
                    "this is a framework file, and its checks " + missing + " are not among the files",
                    "name Prowler's folder prowler/providers/aws/services as well");
        } else if (requirement.checks().isEmpty()) {
            log.leftOut(requirement.place(), requirement.label(), "no check answers it", "a person must look at it");
        }
    }

    private static boolean isOfProwler(ForeignRule rule) {
        return rule.origin().equals("prowler_" + rule.id());
    }
}
