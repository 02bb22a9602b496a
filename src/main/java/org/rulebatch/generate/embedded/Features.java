package org.rulebatch.generate.embedded;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How an option fits a rule, as numbers between 0 and 1; all sums of stems are weighted by how telling a stem is. The order
 * is the order of the weights in {@code ranker.json}.
 */
public final class Features {

    public static final List<String> NAMES = List.of(
            "explained", // share of the id's stems that stand in path, resource, words, or a phrase of the family that
            // is said whole
            "said", // share of the id's stems that stand in phrases which are said whole
            "words", // best phrase of the fact (of the family, if it has none) that the id says, as a share of the id
            "words_title", // the same in id and title
            "words_prose", // share of the fact's phrases that id and title say, or a text says in a row
            "words_missed", // the id says none of them
            "family", // best phrase of the family that the id says
            "family_title", // the same in id and title
            "path", // share of the id's stems in path and operation
            "leaf", // share of the leaf's stems that the id says
            "leaf_all", // the id says all of the leaf
            "resource_same", // the rule's resource is the option's
            "resource_near", // they share stems
            "resource_asked", // the id names the option's resource elsewhere
            "resource_other", // the rule's resource is another one of the service
            "resource_none", // the rule's resource is no resource of the service
            "neighbour", // its client is not the main one, and the rule does not name a resource that only it has
            "unless", // a phrase that rules it out is said
            "fact", // it comes from the knowledge base
            "gap", // it says that no read API can say it
            "near", // the fact only indicates the family
            "place", // it stands first among the facts of its resource and family
            "slot", // the rule states a value of the kind that the fact takes
            "presence", // the fact only indicates the family, by being there
            "family_other", // share of the id's stems that say a family and that the option does not know
            "head", // it knows the last thing that the id asks, which is what the id is about
            "unsaid", // neither a phrase of its words nor of its family is said in id or title
            "main_resource", // the rule's resource is none of the service, and the option's is the service's first
            "meant", // share of what id and title say that the fact's setting or resource means, perhaps in other words
            "meant_known", // the same of all that the fact knows
            "meant_setting", // share of the fact's setting that id and title mean
            "meant_phrase", // share of the phrase of its setting that they mean best
            "meant_phrase_share", // how much of them that phrase is
            "meant_resource", // share of its resource's names that they mean
            "meant_prose"); // share of the fact's setting that any text means

    /** So much more than any other feature that few examples suffice to learn that it decides. */
    private static final int RULED_OUT = 5;

    /** Stems of a number and its unit, which a fact that takes a number of that kind answers. */
    private static final Pattern QUANTITY = Pattern.compile("\\d+|day|hour|minut|year|month|week|charact");

    private final RuleReading rule;
    private final Scope scope;
    private final Set<String> id;
    private final Set<String> title;
    private final Set<String> control;
    private final double total;
    private final Set<String> resource;
    private final Set<String> onlyNamed;
    private final boolean knownResource;
    private final boolean mainResource;
    private final Set<String> demanded;
    private final double demand;
    private final String head;
    private final Set<String> text;
    private final Nearness.Comparer titled;
    private final Nearness.Comparer told;
    private final Map<List<Set<String>>, double[]> families = new IdentityHashMap<>();
    private final Map<List<Set<String>>, double[]> resources = new IdentityHashMap<>();
    private final Map<List<Set<String>>, Set<String>> saidPhrases = new IdentityHashMap<>();

    Features(RuleReading rule, Scope scope) {
        this.rule = rule;
        this.scope = scope;
        this.id = rule.id();
        this.title = new LinkedHashSet<>(id);
        title.addAll(rule.title());
        this.resource = scope.resourceIn(rule.resource());
        this.knownResource = scope.isResource(resource);
        this.mainResource = scope.isMainResource(resource);
        this.control = new HashSet<>(rule.control());
        rule.resource().stream()
                .filter(stem -> !knownResource || !resource.contains(stem))
                .forEach(control::add);
        this.onlyNamed = new HashSet<>(resource);
        onlyNamed.removeAll(control);
        this.total = Math.max(scope.rarity(control), 1e-9);
        this.demanded = scope.familyStems(id);
        demanded.retainAll(control);
        this.demand = scope.rarity(demanded);
        this.head = rule.control().get(rule.control().size() - 1);
        this.titled = scope.nearness().of(title);
        this.text = new LinkedHashSet<>(title);
        text.addAll(rule.prose());
        this.told = scope.nearness().of(text);
    }

    double[] of(Option option) {
        double leaf = scope.shared(option.leaf(), id);
        double leafSaid = leaf == 0 ? 0 : leaf / Math.max(scope.rarity(option.leaf()), 1e-9);
        double[] family = families.computeIfAbsent(option.family(), this::family);
        boolean plain = option.words().isEmpty();
        double words = plain ? family[0] : best(option.words(), id);
        double wordsInTitle = plain ? family[1] : best(option.words(), title);
        double[] named = resources.computeIfAbsent(option.resource(), this::named);
        Nearness.Near near = titled.to(option);
        return new double[] {
            explained(option),
            said(option),
            words,
            wordsInTitle,
            prose(option),
            words == 0 ? 1 : 0,
            family[0],
            family[1],
            scope.shared(control, option.path()) / total,
            leafSaid,
            leafSaid > 0.999 ? 1 : 0,
            named[0],
            named[1],
            named[2],
            knownResource ? 1 - named[0] : 0,
            knownResource ? 0 : 1,
            scope.isNeighbour(option) && (named[0] == 0 || mainResource) ? 1 : 0,
            option.unless().stream().anyMatch(phrase -> phrase.isSaid(id, rule.said())) ? RULED_OUT : 0,
            option.isFact() ? 1 : 0,
            option.isNotExposed() ? 1 : 0,
            option.isNear() ? 1 : 0,
            option.isFact() && option.place() == 0 ? 1 : 0,
            takesStated(option) ? 1 : 0,
            option.isPresence() ? 1 : 0,
            (demand - scope.shared(demanded, option.known())) / total,
            option.known().contains(head) ? 1 : 0,
            family[1] == 0 && wordsInTitle == 0 ? 1 : 0,
            !knownResource && scope.isFirstResource(option) ? 1 : 0,
            near.rule(),
            near.known(),
            near.setting(),
            near.phrase(),
            near.phraseOfRule(),
            near.resource(),
            told.setting(option)
        };
    }

    /** Whether the id names the option's family or words, and no other resource than the option's. */
    public static boolean speaksOf(double[] features) {
        double said = features[NAMES.indexOf("family")] + features[NAMES.indexOf("words")];
        return said > 0 && features[NAMES.indexOf("resource_other")] == 0;
    }

    private double[] family(List<Set<String>> phrases) {
        return new double[] {best(phrases, id), best(phrases, title)};
    }

    /** Whether the rule's resource is this one, how near it is, and whether the id names this one elsewhere. */
    private double[] named(List<Set<String>> names) {
        double near = 0;
        double own = scope.rarity(resource);
        for (Set<String> name : names) {
            double shared = scope.shared(name, resource);
            double union = scope.rarity(name) + own - shared;
            near = Math.max(near, union == 0 ? 0 : shared / union);
        }
        return new double[] {names.contains(resource) ? 1 : 0, near, best(names, control)};
    }

    /** The most telling phrase that is said whole, as a share of what the id asks; that it names the resource tells nothing. */
    private double best(List<Set<String>> phrases, Set<String> said) {
        double best = 0;
        for (Set<String> phrase : phrases) {
            if (said.containsAll(phrase)) {
                double named = knownResource ? scope.shared(phrase, onlyNamed) : 0;
                best = Math.max(best, scope.rarity(phrase) - named);
            }
        }
        return Math.min(1, best / total);
    }

    private double explained(Option option) {
        Set<String> family = saidPhrases.computeIfAbsent(option.family(), this::saidIn);
        double explained = 0;
        boolean takes = takesStated(option);
        for (String stem : control) {
            if (option.own().contains(stem)
                    || family.contains(stem)
                    || takes && QUANTITY.matcher(stem).matches()) {
                explained += scope.rarity(stem);
            }
        }
        return explained / total;
    }

    /** What of the id's stems stands in phrases that the id says whole; a set is made once for each list of phrases. */
    private double said(Option option) {
        Set<String> words = option.words().isEmpty() ? Set.of() : saidIn(option.words());
        Set<String> family = saidPhrases.computeIfAbsent(option.family(), this::saidIn);
        Set<String> named = saidPhrases.computeIfAbsent(option.resource(), this::saidIn);
        Set<String> leaf = id.containsAll(option.leaf()) ? option.leaf() : Set.of();
        double said = 0;
        for (String stem : control) {
            if (words.contains(stem) || family.contains(stem) || named.contains(stem) || leaf.contains(stem)) {
                said += scope.rarity(stem);
            }
        }
        return said / total;
    }

    private Set<String> saidIn(List<Set<String>> phrases) {
        Set<String> said = Set.of();
        for (Set<String> phrase : phrases) {
            if (id.containsAll(phrase)) {
                said = said.isEmpty() ? new HashSet<>() : said;
                said.addAll(phrase);
            }
        }
        return said;
    }

    private double prose(Option option) {
        int said = 0;
        for (Set<String> phrase : option.words()) {
            boolean some = text.containsAll(phrase);
            said += some && (title.containsAll(phrase) || rule.phrases().contains(phrase)) ? 1 : 0;
        }
        return option.words().isEmpty() ? 0 : (double) said / option.words().size();
    }

    private boolean takesStated(Option option) {
        return option.answer() instanceof Option.Answer.OfFact answer
                && rule.stated().keySet().stream().anyMatch(answer.fact()::takes);
    }
}
