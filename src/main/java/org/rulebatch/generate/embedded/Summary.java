package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulebatch.generate.embedded.EmbeddedGenerator.Reached;
import org.rulebatch.generate.embedded.Explanation.Scored;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.requirement.Piece;
import org.rulebatch.requirement.RulePart;

/** Says in sentences what was read of a rule, what of it the check answers, and what the check was chosen from. */
final class Summary {

    private static final int MOST_CHOICES = 2;

    private Summary() {}

    static List<String> of(Reached reached) {
        List<RulePart> parts = reached.parts();
        List<String> sentences = new ArrayList<>();
        if (!parts.isEmpty()) {
            sentences.add("I read: " + listed(parts.stream().map(part -> part.kind() + " " + quoted(part))) + ".");
            sentences.add("Covered: " + covered(parts) + ".");
            String open = listed(parts.stream()
                    .filter(part -> part.coveredBy().isEmpty())
                    .map(Summary::quoted)
                    .distinct());
            sentences.add("Not covered: " + (open.isEmpty() ? "nothing" : open) + ".");
        }
        chosen(reached.ranked()).ifPresent(sentences::add);
        return sentences;
    }

    private static String covered(List<RulePart> parts) {
        Map<Piece, List<String>> byPiece = new LinkedHashMap<>();
        for (RulePart part : parts) {
            part.coveredBy().ifPresent(by -> byPiece.computeIfAbsent(by, each -> new ArrayList<>())
                    .add(quoted(part)));
        }
        String covered = byPiece.entrySet().stream()
                .map(entry -> listed(entry.getValue().stream().distinct()) + " by "
                        + entry.getKey().wireName())
                .collect(Collectors.joining("; "));
        return covered.isEmpty() ? "nothing" : covered;
    }

    private static Optional<String> chosen(List<Ranked> ranked) {
        List<String> choices = ranked.stream()
                .limit(MOST_CHOICES)
                .map(Summary::choice)
                .distinct()
                .toList();
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                choices.size() == 1
                        ? "I chose " + choices.get(0) + "; nothing else came near."
                        : "I chose between " + choices.get(0) + " and " + choices.get(1) + ", and took the first.");
    }

    private static String choice(Ranked ranked) {
        Scored scored = OptionText.scored(ranked, List.of());
        if (ranked.option().answer() instanceof Answer.NotExposed) {
            return "the knowledge that no read shows it (" + scored.about() + ")";
        }
        return scored.about().isEmpty() ? scored.what() : scored.about() + " (" + scored.what() + ")";
    }

    private static String quoted(RulePart part) {
        return "\"" + part.text() + "\"";
    }

    private static String listed(Stream<String> texts) {
        return texts.collect(Collectors.joining(", "));
    }
}
