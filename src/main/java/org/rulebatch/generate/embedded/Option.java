package org.rulebatch.generate.embedded;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Operation;
import org.rulebatch.knowledge.Complies;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.requirement.Operator;

/**
 * One possible answer to the rules of a service, with the stems it is recognised by.
 *
 * @param client the boto3 client whose file or model it stands in
 * @param answer what it is
 * @param resource the phrases that name its resource
 * @param family the phrases of its control family
 * @param words the phrases that tell it from its neighbours
 * @param unless the phrases that show that it is not meant
 * @param path the stems of the path, and of the operation's name
 * @param leaf the stems of the path's last member
 * @param place its place among the facts of its resource and family, from 0
 * @param own the stems of path, resource and words
 * @param known every stem of it, those of its family too
 */
public record Option(
        String client,
        Answer answer,
        List<Set<String>> resource,
        List<Set<String>> family,
        List<Set<String>> words,
        List<Exclusion> unless,
        Set<String> path,
        Set<String> leaf,
        int place,
        Set<String> own,
        Set<String> known) {

    /** An option with what it knows put together. */
    static Option of(
            String client,
            Answer answer,
            List<Set<String>> resource,
            List<Set<String>> family,
            List<Set<String>> words,
            List<Exclusion> unless,
            Set<String> path,
            Set<String> leaf,
            int place) {
        Set<String> own = new HashSet<>(path);
        resource.forEach(own::addAll);
        words.forEach(own::addAll);
        Set<String> known = new HashSet<>(own);
        family.forEach(known::addAll);
        return new Option(
                client,
                answer,
                resource,
                family,
                words,
                unless,
                path,
                leaf,
                place,
                own.size() == path.size() ? path : Set.copyOf(own),
                known.size() == path.size() ? path : Set.copyOf(known));
    }

    /** What an option answers. */
    public sealed interface Answer {
        /** A fact of the knowledge base. */
        record OfFact(Resource resource, Fact fact) implements Answer {}

        /** A field that no fact speaks of. */
        record OfField(Operation operation, Field field) implements Answer {}

        /** The knowledge that no read API says it. */
        record NotExposed(Resource resource, Resource.NotExposed gap) implements Answer {}
    }

    /** The resource that it is about; null for a field that no fact speaks of. */
    @Nullable
    Resource ofResource() {
        return answer instanceof Answer.OfFact known
                ? known.resource()
                : answer instanceof Answer.NotExposed gap ? gap.resource() : null;
    }

    boolean isFact() {
        return answer instanceof Answer.OfFact;
    }

    /** The field's path in the response, from its root; empty for a gap. */
    String responsePath() {
        if (answer instanceof Answer.OfFact known) {
            return known.fact().main().path();
        }
        return answer instanceof Answer.OfField found ? found.field().path() : "";
    }

    /** Whether it is a fact that only indicates its family. */
    boolean isNear() {
        return answer instanceof Answer.OfFact known && known.fact().near();
    }

    /** Whether it is a fact that only indicates its family, by being there: it decides nothing. */
    boolean isPresence() {
        return answer instanceof Answer.OfFact known
                && known.fact().near()
                && known.fact().whole() == null
                && isPresent(known.fact().main().complies());
    }

    /** Whether a thing complies by being there. */
    static boolean isPresent(Complies complies) {
        return complies.operator() == Operator.EXISTS || complies.operator() == Operator.NOT_EMPTY;
    }

    public boolean isNotExposed() {
        return answer instanceof Answer.NotExposed;
    }
}
