package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Subject;

/** A check on one line, as a reply states it. */
final class CheckText {

    private CheckText() {}

    /**
     * {@code for_each kms.list_keys; where item.…; params {"days":90}; complies item.…}.
     *
     * @param offer gives the names of the reads
     * @return empty if one of them cannot be named
     */
    static Optional<String> of(Expressions check, Offer offer) {
        if (reads(check).stream().anyMatch(read -> offer.add(read).isEmpty())) {
            return Optional.empty();
        }
        List<String> pieces = new ArrayList<>();
        pieces.add("for_each " + subject(check.subject(), offer));
        check.with().forEach((name, items) -> pieces.add("with " + name + "=" + subject(items, offer)));
        if (check.where() != null) {
            pieces.add("where " + one(check.where()));
        }
        if (!check.parameters().isEmpty()) {
            pieces.add("params " + PromptJson.of(check.parameters()));
        }
        pieces.add("complies " + one(check.complies()));
        return Optional.of(String.join("; ", pieces));
    }

    private static String subject(Subject subject, Offer offer) {
        return subject instanceof Subject.Items items
                ? items.reads().stream()
                        .map(read -> offer.add(read).orElseThrow())
                        .collect(Collectors.joining(" + "))
                : ((Subject.Place) subject).wireName();
    }

    private static String one(String expression) {
        return expression.strip().replaceAll("\\s+", " ");
    }

    /** All reads of a check. */
    static List<Read> reads(Expressions check) {
        List<Read> reads = new ArrayList<>();
        if (check.subject() instanceof Subject.Items items) {
            reads.addAll(items.reads());
        }
        check.with().values().forEach(items -> reads.addAll(items.reads()));
        return reads;
    }
}
