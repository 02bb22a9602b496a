package org.rulebatch.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the words of rules do in a sentence, from {@code /reading} and the number words and ports of {@code /knowledge/fillers.yaml}. Thread-safe. */
final class Lexicon {

    /** A unit of measure as it is written, and how many of the plain unit it is. */
    record Scale(Unit unit, long times) {}

    private final VocabularyFiles files = new VocabularyFiles();
    private final Lemmas lemmas = new Lemmas(files.words("lemmas"));
    private final Tokenizer plain = new Tokenizer(List.of(), lemmas);
    private final Map<String, Phrases> phrases = new TreeMap<>();
    private final Map<String, Set<String>> words = new TreeMap<>();

    final Tokenizer tokenizer;
    final Phrases before = new Phrases(plain, false);
    final Phrases after = new Phrases(plain, false);
    final Phrases whole = new Phrases(plain, false);
    final Phrases joints = new Phrases(plain, false);
    final Phrases resources = new Phrases(plain, true);
    final Phrases services = new Phrases(plain, false);
    final Map<String, Scale> units = new TreeMap<>();
    final Map<String, String> opposites = new TreeMap<>();
    private final Set<String> turned = new HashSet<>();
    private final Set<String> denials = new HashSet<>();
    final Map<String, Integer> numbers = new TreeMap<>();
    final Map<String, List<String>> ports = new TreeMap<>();
    final Pattern boilerplate;
    final int boilerplateRules;

    private static final class Bundled {
        static final Lexicon LEXICON = new Lexicon();
    }

    /** The words that come with the program, read once. */
    static Lexicon bundled() {
        return Bundled.LEXICON;
    }

    private Lexicon() {
        List<Tokenizer.Form> forms = new ArrayList<>();
        files.node("kinds_of_values")
                .forEach(kind -> forms.add(new Tokenizer.Form(
                        ValueKind.valueOf(kind.path("kind").asString().toUpperCase(Locale.ROOT)),
                        kind.path("form").asString())));
        tokenizer = new Tokenizer(forms, lemmas);
        for (String key : List.of(
                "fillers",
                "everyday",
                "articles",
                "possessives",
                "auxiliaries",
                "have",
                "do",
                "relatives",
                "prepositions",
                "towards",
                "acronyms",
                "good",
                "bad",
                "violations",
                "opening",
                "everyone",
                "askedAfter",
                "thereIs",
                "holders",
                "kinds",
                "ports",
                "tags",
                "protocols",
                "listening",
                "exposure",
                "jointOpeners",
                "against",
                "versioned",
                "lengths",
                "attributive",
                "assessing",
                "participles",
                "ambiguous")) {
            words.put(key, Set.copyOf(files.list(key)));
        }
        for (String key : List.of(
                "modals",
                "compounds",
                "openers",
                "negations",
                "on",
                "off",
                "findings",
                "found",
                "exceptions",
                "exceptionClauses",
                "conditions",
                "purposes",
                "existences",
                "each",
                "none",
                "atLeastOne",
                "only",
                "places",
                "leads",
                "scopes",
                "light")) {
            phrases.put(key, new Phrases(plain, false).addAll(files.list(key)));
        }
        phrases.put("qualifiers", new Phrases(plain, false).addAll(files.list("qualifiers")));
        phrases.put("verbs", new Phrases(plain, true).addAll(files.list("verbs")));
        services.addAll(files.list("services"));
        VocabularyFiles.document("/knowledge/services.yaml")
                .root()
                .path("services")
                .forEachEntry((name, clients) -> services.add(name, name));
        resources.addAll(files.list("resources"));
        files.entries("before", (sign, each) -> each.forEach(phrase -> before.add(phrase.asString(), sign)));
        files.entries("after", (sign, each) -> each.forEach(phrase -> after.add(phrase.asString(), sign)));
        files.entries("whole", (phrase, meaning) -> whole.add(phrase, meaning.asString()));
        files.entries("joints", (phrase, meaning) -> joints.add(phrase, meaning.asString()));
        files.entries("opposites", (word, opposite) -> {
            opposites.put(lemmas.of(word), opposite.asString());
            turned.add(lemmas.of(word));
        });
        files.entries("sameAs", (word, same) -> opposites.put(lemmas.of(word), same.asString()));
        files.entries("units", (word, unit) -> units.put(lemmas.of(word), scale(unit)));
        JsonNode shared = VocabularyFiles.document("/knowledge/fillers.yaml").root();
        shared.path("numbers").forEachEntry((word, number) -> numbers.put(word, number.asInt()));
        shared.path("ports").forEachEntry((name, each) -> {
            List<String> ports = new ArrayList<>();
            each.forEach(port -> ports.add(port.asString()));
            this.ports.put(name, List.copyOf(ports));
        });
        List.of("negations", "off", "against").forEach(key -> denials.addAll(files.list(key)));
        boilerplate = Pattern.compile(String.join("|", files.list("patterns")), Pattern.CASE_INSENSITIVE);
        boilerplateRules = files.node("rules").asInt();
    }

    /** A list of phrases by its key. */
    Phrases phrases(String key) {
        return Objects.requireNonNull(phrases.get(key), key);
    }

    /** Whether a word stands in a list. */
    boolean is(String key, Token token) {
        return Objects.requireNonNull(words.get(key), key).contains(token.lower());
    }

    /** Whether a word or its base form stands in a list. */
    boolean isForm(String key, Token token) {
        return is(key, token) || words.getOrDefault(key, Set.of()).contains(token.lemma());
    }

    /** Whether a word says the opposite of the word it is compared by: "private". */
    boolean isTurned(String word) {
        return turned.contains(word);
    }

    /** Whether a lower-case word says that something is not wanted. */
    boolean isDenial(String word) {
        return denials.contains(word);
    }

    /** Whether a lower-case word names something wanted. */
    boolean isGood(String word) {
        return words.getOrDefault("good", Set.of()).contains(word);
    }

    /** Whether a word says that something is looked at, and not how it must be. */
    boolean isAssessing(String word) {
        return words.getOrDefault("assessing", Set.of()).contains(word);
    }

    /** What an "un-" word denies: "encrypt" for "unencrypted"; the word itself where it is none. */
    String undone(String lemma) {
        return lemma.startsWith("un") && turned.contains(lemma) ? opposites.getOrDefault(lemma, lemma) : lemma;
    }

    /** The base form of a lower-case word. */
    String lemma(String word) {
        return lemmas.of(word);
    }

    /** The names of services and resources, with those of one rule. */
    Phrases things(String service, String resource) {
        Phrases own = new Phrases(plain, true);
        for (String name : new HashSet<>(List.of(service, resource, resource.replace('_', ' ')))) {
            if (!name.isBlank()) {
                own.add(name, name.equals(service) ? "service" : "resource");
            }
        }
        return own;
    }

    private static Scale scale(JsonNode unit) {
        return new Scale(
                Unit.valueOf(unit.path("unit").asString().toUpperCase(Locale.ROOT)),
                unit.path("times").asLong());
    }
}
