package org.rulebatch.language;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.language.value.ListOf;
import org.rulebatch.language.value.MapOf;
import org.rulebatch.language.value.Structure;
import org.rulebatch.language.value.Type;

/** Looks up variables, members and functions, and suggests the nearest where there is none of that name. */
final class Names {

    private static final Set<String> LOOPS = Set.of("all", "exists", "exists_one", "filter", "map");

    /** What people write who know other languages. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("any", "Write list.exists(x, condition)."),
            Map.entry("some", "Write list.exists(x, condition)."),
            Map.entry("every", "Write list.all(x, condition)."),
            Map.entry("none", "Write !list.exists(x, condition)."),
            Map.entry("len", "Write size(list)."),
            Map.entry("length", "Write size(list)."),
            Map.entry("count", "Write size(list), or size(list.filter(x, condition))."),
            Map.entry("isEmpty", "Write size(list) == 0."),
            Map.entry("empty", "Write size(list) == 0."),
            Map.entry("includes", "Write value in list."),
            Map.entry("lower", "Write text.lowerAscii()."),
            Map.entry("toLower", "Write text.lowerAscii()."),
            Map.entry("upper", "Write text.upperAscii()."),
            Map.entry("exist", "Write has(item.Name), or list.exists(x, condition)."),
            Map.entry("defined", "Write has(item.Name)."),
            Map.entry("days", "Write age(time) > 90 for days since a time, or duration(\"24h\")."));

    private final Declarations declarations;
    private final Presence presence;
    private final Problems problems;

    Names(Environment environment, Presence presence, Problems problems) {
        this.declarations = environment.declarations();
        this.presence = presence;
        this.problems = problems;
    }

    Known variable(CelExpr e, Context context) {
        String name = e.ident().name();
        Known known = context.names().get(name);
        if (known != null) {
            return known;
        }
        Set<String> visible = new TreeSet<>(context.names().keySet());
        visible.removeIf(each -> each.startsWith("@"));
        Known item = context.names().get(Scope.ITEM);
        boolean isMember = item != null
                && item.type() instanceof Structure structure
                && structure.members().containsKey(name);
        problems.at(
                e.id(),
                "There is no variable '" + name + "' here.",
                isMember
                        ? "Did you mean item." + name + "?"
                        : Nearest.to(name, visible)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("There are " + String.join(", ", visible) + "."));
        return Known.NOTHING;
    }

    /** Ensures that a loop's variable hides no other. */
    void free(CelExpr e, String name, Context context) {
        if (context.names().containsKey(name)) {
            problems.at(e.id(), "'" + name + "' is already a variable here.", "Give the elements another name.");
        }
    }

    Known member(CelExpr e, Known owner) {
        String name = e.select().field();
        String written = presence.written(e.select().operand());
        Type type = owner.type();
        if (type instanceof Structure structure) {
            Type member = structure.members().get(name);
            if (member == null) {
                problems.at(e.id(), written + " has no member '" + name + "'.", members(name, structure));
            }
            return owner.step(member, name, structure.isComplete());
        }
        if (type instanceof MapOf map) {
            return owner.step(map.value(), name, false);
        }
        if (type == Type.any()) {
            return owner.step(type, name, false);
        }
        if (type instanceof ListOf) {
            problems.at(
                    e.id(),
                    written + " is a list, and '" + name + "' is asked of it.",
                    "Ask its elements: " + written + ".exists(x, x." + name + " …), or .all(x, …).");
        } else if (type != null) {
            problems.at(e.id(), written + " is " + type.plain() + " and has no members.", "");
        }
        return Known.NOTHING;
    }

    /** A structure that is written as if it were a map. */
    void indexed(CelExpr operand, CelExpr key, Known owner) {
        String written = presence.written(operand);
        problems.at(
                operand.id(),
                written + " is a structure; its members are written with a dot.",
                "Write " + presence.written(operand) + "." + presence.text(key).replace("\"", "") + ".");
    }

    private static String members(String name, Structure structure) {
        Collection<String> known = structure.members().keySet();
        return Nearest.to(name, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse(known.isEmpty() ? "It has none." : "It has " + few(known) + ".");
    }

    static String few(Collection<String> names) {
        int most = 12;
        List<String> shown = names.stream().limit(most).toList();
        return String.join(", ", shown) + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
    }

    /** The name of a called function, with its group as in {@code math.greatest}. */
    String full(CelCall call, Context context) {
        return call.target()
                .filter(target -> isGroup(target, context))
                .map(target -> target.ident().name() + "." + call.function())
                .orElse(call.function());
    }

    /** Whether the target of a call is not a value, but the group of the function. */
    boolean isGroup(CelExpr target, Context context) {
        if (target.getKind() != CelExpr.ExprKind.Kind.IDENT
                || context.names().containsKey(target.ident().name())) {
            return false;
        }
        String group = target.ident().name() + ".";
        return declarations.names().stream().anyMatch(name -> name.startsWith(group));
    }

    /** Ensures that there is a function of that name. */
    boolean isFunction(CelExpr e, String name) {
        if (declarations.has(name) || Operators.isOperator(name)) {
            return true;
        }
        if (declarations.has(FunctionBindings.HIDDEN + name)) {
            problems.call(e.id(), "'" + name + "' is called with another number of arguments.", "");
            return false;
        }
        if (LOOPS.contains(name)) {
            problems.call(
                    e.id(),
                    "'" + name + "' needs a name for the elements and what is asked of them.",
                    "Write list." + name + "(x, x.Name == \"…\").");
            return false;
        }
        Set<String> known = new TreeSet<>(LOOPS);
        known.add("has");
        known.addAll(declarations.names());
        String hint = ELSEWHERE.get(name);
        problems.call(
                e.id(),
                "There is no function '" + name + "'.",
                hint != null
                        ? hint
                        : Nearest.to(name, known)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse(""));
        return false;
    }
}
