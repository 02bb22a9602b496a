package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.knowledge.Vocabulary;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Boilerplate;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Reader;
import org.rulebatch.reading.Source;
import org.rulebatch.reading.Wording;

/** Understands a rule: its id says what is asked, the other texts add to it. */
final class RuleReader {

    /** Stands for "enabled" where a rule or a phrase says nothing else. */
    static final String ON = "+";

    /** Says nothing, not even where it is all that an id asks; other fillers then are what it asks for: "in use". */
    private static final String CONFIGURED = "configur";

    /** Between two things that a title asks for; "90 days or less" is one. */
    private static final Pattern BETWEEN = Pattern.compile(
            ",|\\s(?:and|or)\\s+(?!(?:less|fewer|more|greater|higher|later|newer|above|below|equal)\\b)");

    private static final int LONGEST_PHRASE = 4;
    private static final Pattern NUMBER_OF =
            Pattern.compile("(\\d{1,5})[\\s_-]*(days?|hours?|minutes?|percent|characters?|bits?)|"
                    + "(?:days?|hours?|minutes?|length)[\\s_-]+(?:of[\\s_-]+)?(\\d{1,5})");

    /** Says that several things are required, and not which: "required cost tags". */
    private static final Pattern UNNAMED =
            Pattern.compile("(?<![a-z])(?<!where_|if_|when_)required_(?:(?!for_)[a-z]+_)?[a-z]*[^s]s(?![a-z])");

    /** {@code ctl_042}, {@code 17}, {@code s3-7a}. */
    private static final Pattern NUMBERED = Pattern.compile("([a-z]+[_-]?)?([a-z]{0,2}\\d+[a-z]{0,2}[_-]?)+");

    /** A bound, and no judgement as in "least privilege". */
    private static final Pattern AT_LEAST = Pattern.compile("(?<![a-z])at_least(?![a-z])");

    private static final String LEAST = "least";

    /** A title may list values of a form that no word has: "t3.micro", "eu-west-1". */
    private static final Pattern VALUE = Pattern.compile("[a-z]\\d|-\\d");

    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])\\d{2,5}(?![0-9])");

    private final Reader sentences = new Reader(Boilerplate.none());
    private final Words words;
    private final Vocabulary vocabulary;
    private final Quantities quantities;
    private final Set<String> silent = new HashSet<>();
    private final Set<String> on = new HashSet<>();

    RuleReader(Words words, Vocabulary vocabulary) {
        this.words = words;
        this.vocabulary = vocabulary;
        this.quantities = new Quantities(vocabulary);
        vocabulary.fillers().forEach(word -> silent.addAll(words.stems(word)));
        vocabulary.positive().forEach(word -> on.addAll(words.stems(word)));
        silent.addAll(on);
        vocabulary.negative().forEach(word -> silent.addAll(words.stems(word)));
    }

    /** Every stem of a text, in order. */
    List<String> stems(String text) {
        return words.stems(text);
    }

    /** The stems that say something; {@link #ON} alone where the text only says that something is on. */
    List<String> telling(String text) {
        List<String> stems = words.stems(text);
        List<String> telling =
                stems.stream().filter(stem -> !silent.contains(stem)).toList();
        return telling.isEmpty() && stems.stream().anyMatch(on::contains) ? List.of(ON) : telling;
    }

    RuleReading read(RuleMetadata rule) {
        return read(rule, () -> sentences.read(rule));
    }

    /** @param whole the rule read whole, where that is needed */
    RuleReading read(RuleMetadata rule, Supplier<org.rulebatch.reading.RuleReading> whole) {
        String title = withoutValues(rule.title(), whole);
        String id = saysWhatTheTitleSays(rule) ? rule.ruleId() : inWords(rule, title);
        String[] segments = id.split("\\.");
        List<String> resource = resource(segments.length > 3 ? segments[2] : rule.resource(), rule, whole);
        String asked = String.join(
                "_",
                Arrays.copyOfRange(
                        segments, Math.min(segments.length - 1, segments.length > 3 ? 3 : 2), segments.length));
        Set<String> service = new HashSet<>(words.stems(rule.service()));
        service.add(rule.service());
        List<String> control = control(asked, service);
        Set<String> added = new LinkedHashSet<>(telling(title));
        added.removeAll(control);
        added.removeAll(service);
        Set<String> names = new HashSet<>(service);
        names.addAll(resource);
        List<String> text = telling(rule.requirement() + " " + rule.description());
        Set<String> prose = new LinkedHashSet<>(text);
        prose.removeAll(control);
        Map<Slot, List<Integer>> stated = quantities.of(rule);
        Quantities.add(whole.get(), stated);
        List<Integer> ports = ports(id.toLowerCase(Locale.ROOT), stated);
        if (!ports.isEmpty()) {
            stated.put(Slot.PORT, ports);
        }
        return new RuleReading(
                resource,
                control,
                Exclusion.row(words.stems(asked)),
                added,
                prose,
                phrases(text),
                parts(rule.title(), control, names),
                isNegative(asked),
                judged(id),
                UNNAMED.matcher(id).find(),
                stated,
                quantities.inName(rule));
    }

    /** The resource that an id names; "rule" and the like, or the service, stand there for want of one; the title says whose it is. */
    private List<String> resource(String name, RuleMetadata rule, Supplier<org.rulebatch.reading.RuleReading> whole) {
        List<String> resource = telling(name);
        boolean none = rule.resource().isBlank() || name.equals(rule.service());
        boolean wanting = none ? !saysWhatTheTitleSays(rule) : Wording.bundled().isPlaceholder(name);
        if (!wanting || !none && !Collections.disjoint(resource, words.stems(rule.title()))) {
            return resource;
        }
        List<String> subject = whole.get().normClauses().stream()
                .flatMap(clause -> clause.parts(Part.Subject.class).stream())
                .limit(1)
                .flatMap(part -> part.lemmas().stream())
                .flatMap(lemma -> telling(lemma).stream())
                .toList();
        List<String> service = words.stems(rule.service());
        return subject.stream()
                .filter(stem -> !service.contains(stem))
                .distinct()
                .toList();
    }

    /** Whether the id says what is asked; one that only numbers the rule has at most one word, and none of the title's. */
    private boolean saysWhatTheTitleSays(RuleMetadata rule) {
        String[] segments = rule.ruleId().split("\\.");
        String asked = segments[segments.length - 1].toLowerCase(Locale.ROOT);
        List<String> title = words.stems(rule.title());
        boolean numbered = NUMBERED.matcher(asked).matches();
        return title.isEmpty() || !numbered || !Collections.disjoint(words.stems(asked), title);
    }

    /** A title with the name of its values in their place: they are no words of what it asks. */
    private static String withoutValues(String title, Supplier<org.rulebatch.reading.RuleReading> whole) {
        StringBuilder plain = new StringBuilder(title);
        if (VALUE.matcher(title).find()) {
            whole.get()
                    .parts(Part.Values.class)
                    .filter(values -> values.place().source() == Source.TITLE && Allowed.isPlain(values))
                    .sorted(Comparator.comparingInt(
                                    (Part.Values values) -> values.place().from())
                            .reversed())
                    .forEach(values ->
                            plain.replace(values.place().from(), values.place().to(), Allowed.name(values.kind())));
        }
        return plain.toString();
    }

    /** An id that says what the title says. */
    private static String inWords(RuleMetadata rule, String title) {
        String asked = NO_WORD.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("_");
        return String.join(".", "aws", rule.service(), rule.resource(), asked);
    }

    /** What is asked; of an id of nothing but names and fillers the fillers, if it does not say that something is on. */
    private List<String> control(String asked, Set<String> service) {
        Set<String> control = new LinkedHashSet<>(telling(asked));
        control.removeAll(service);
        Set<String> stems = new LinkedHashSet<>(words.stems(asked));
        if (control.isEmpty() && Collections.disjoint(stems, on)) {
            control.addAll(stems);
            control.removeAll(service);
            control.remove(CONFIGURED);
        }
        return control.isEmpty() ? List.of(ON) : List.copyOf(control);
    }

    /**
     * The things that the id asks for between which the title says "and" or "or", by the stems that tell them apart.
     *
     * @param names of service and resource
     */
    private List<Set<String>> parts(String title, List<String> control, Set<String> names) {
        List<Set<String>> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> common = new HashSet<>();
        for (String part : BETWEEN.split(title.toLowerCase(Locale.ROOT))) {
            Set<String> stems = new LinkedHashSet<>(telling(part));
            stems.removeAll(names);
            stems.stream().filter(stem -> !seen.add(stem)).forEach(common::add);
            parts.add(stems);
        }
        parts.forEach(part -> part.removeAll(common));
        parts.removeIf(part -> part.isEmpty() || !control.containsAll(part));
        return parts;
    }

    private static Set<Set<String>> phrases(List<String> text) {
        Set<Set<String>> phrases = new HashSet<>();
        for (int from = 0; from < text.size(); from++) {
            for (int to = from + 1; to <= Math.min(text.size(), from + LONGEST_PHRASE); to++) {
                phrases.add(new HashSet<>(text.subList(from, to)));
            }
        }
        return phrases;
    }

    private Set<String> judged(String id) {
        Set<String> judged = new LinkedHashSet<>(Arrays.asList(id.split("[._]")));
        judged.retainAll(vocabulary.judging());
        if (AT_LEAST.matcher(id).find()) {
            judged.remove(LEAST);
        }
        return judged;
    }

    /** Whether a text has a word for "not". */
    boolean isDenial(String text) {
        return isNegative(NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("_"));
    }

    private boolean isNegative(String asked) {
        return Arrays.stream(asked.split("_"))
                .anyMatch(word -> vocabulary.negative().contains(word)
                        || vocabulary.against().contains(word));
    }

    /** Numbers in the id that are no other quantity, else the ports of the products it names. */
    private List<Integer> ports(String id, Map<Slot, List<Integer>> stated) {
        List<Integer> ports = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(id);
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group());
            boolean taken = stated.values().stream().anyMatch(values -> values.contains(number));
            if (number >= 20 && number <= 65_535 && !taken) {
                ports.add(number);
            }
        }
        if (ports.isEmpty()) {
            for (String token : id.split("[._]")) {
                ports.addAll(vocabulary.ports().getOrDefault(token, List.of()));
            }
        }
        return ports.stream().distinct().sorted().toList();
    }
}
