package org.rulebatch.generate.embedded;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;

/** Narrows a check of open ports to the protocol that the rule states; a permission without one ("-1") is of all protocols. */
final class Protocols {

    private static final Pattern STATED = Pattern.compile("\\b(TCP|UDP)\\b(?!\\s*(?:/|and|or)\\s*(?:TCP|UDP))");
    private static final Pattern BOTH = Pattern.compile("\\b(?:TCP|UDP)\\s*(?:/|and|or)\\s*(?:TCP|UDP)\\b");
    private static final Pattern OPENS = Pattern.compile("item\\.IpPermissions(?=\\.opens(?:Any)?ToInternet\\()");

    private Protocols() {}

    static Requirement stated(RuleMetadata rule, RuleReading reading, Requirement requirement) {
        List<Place> places = places(rule, reading);
        if (places.size() != 1 || !(requirement instanceof Expressions asked)) {
            return requirement;
        }
        String protocol = name(rule, places.get(0));
        String narrowed = "item.IpPermissions.filter(p, p.IpProtocol in [\"" + protocol + "\", \"-1\"])";
        return asked.complying(OPENS.matcher(asked.complies()).replaceAll(Matcher.quoteReplacement(narrowed)));
    }

    /** Where a rule states a protocol that the check does not name. */
    static List<Place> passedOver(RuleMetadata rule, RuleReading reading, Stated stated) {
        return places(rule, reading).stream()
                .filter(place -> !stated.has(name(rule, place)))
                .toList();
    }

    private static String name(RuleMetadata rule, Place place) {
        return place.in(Coverage.text(rule, place)).toLowerCase(Locale.ROOT);
    }

    private static List<Place> places(RuleMetadata rule, RuleReading reading) {
        return reading.normClauses().stream()
                .flatMap(clause -> {
                    String text = clause.place().in(Coverage.text(rule, clause.place()));
                    return BOTH.matcher(text).find()
                            ? Stream.empty()
                            : STATED.matcher(text)
                                    .results()
                                    .map(found -> new Place(
                                            clause.place().source(),
                                            clause.place().from() + found.start(),
                                            clause.place().from() + found.end()));
                })
                .toList();
    }
}
