package org.rulebatch.language;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelSelect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rulebatch.language.value.ListOf;
import org.rulebatch.language.value.MapOf;
import org.rulebatch.language.value.Scalar;
import org.rulebatch.language.value.Structure;
import org.rulebatch.language.value.Type;

/**
 * Goes through an expression with what the models say: looks up names, notes what is read, and finds numbers and times
 * that are used although they may be absent.
 */
final class Inspection {

    /** What {@code cel.bind} calls the element of the list that it does not go through. */
    static final String UNUSED = "#unused";

    private final Scope scope;
    private final Results results;
    private final Presence presence;
    private final Names names;
    private final Problems further;
    private final EnumValues enums;
    private final Set<String> reads = new LinkedHashSet<>();
    private final Set<String> calls = new LinkedHashSet<>();
    private final Clues clues = new Clues();
    private final Map<String, LoopRange> ranges = new HashMap<>();

    /**
     * @param unknown gets what is not known by its name; types need not be checked then
     * @param further gets all else
     */
    Inspection(Scope scope, Environment environment, CelSource source, Problems unknown, Problems further) {
        this.scope = scope;
        this.results = new Results(environment.functions());
        this.presence = new Presence(source);
        this.names = new Names(environment, presence, unknown);
        this.further = further;
        this.enums = new EnumValues(presence, further);
    }

    void of(CelExpr expression) {
        Map<String, Known> variables = new HashMap<>();
        scope.variables().forEach((name, type) -> variables.put(name, Known.at(type, name, true)));
        used(expression, new Context(variables, Set.of(), null));
    }

    List<String> reads() {
        return new ArrayList<>(reads);
    }

    /** What its statements are about. */
    Clues clues() {
        return clues;
    }

    /** The names of all functions and operators that it calls. */
    Set<String> calls() {
        return calls;
    }

    /** A part whose value is used as it is. */
    private Known used(CelExpr e, Context context) {
        return used(e, known(e, context), context);
    }

    private Known used(CelExpr e, Known known, Context context) {
        if (known.place() != null && !isTest(e)) {
            read(known);
            clues.place(context.statement(), known.place(), known.type());
            ranges.values().forEach(range -> range.reads(known.place()));
        }
        if (e.getKind() == CelExpr.ExprKind.Kind.IDENT
                && ranges.containsKey(e.ident().name())) {
            ranges.get(e.ident().name()).stateIn(clues, context.statement());
        }
        if (e.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            clues.literal(context.statement(), e.constant());
        }
        if (known.type() != null && known.type().needsPresence()) {
            mustBeThere(e, known, context);
        }
        return known;
    }

    /** Of a document the text in which it stands is what is read of the answers. */
    private void read(Known known) {
        String place = known.place();
        if (place != null && !known.isOfDocument()) {
            reads.add(place);
        }
    }

    private void mustBeThere(CelExpr e, Known known, Context context) {
        if (known.settled() || context.present().contains(presence.written(e))) {
            return;
        }
        CelExpr statement = context.statement() == null ? e : context.statement();
        further.at(
                e.id(),
                presence.written(e) + " may be absent, and then there is nothing to compare.",
                "Write " + presence.question(e) + " && " + presence.text(statement) + " (or " + presence.denied(e)
                        + " || … if an absent one is fine).");
    }

    private static boolean isTest(CelExpr e) {
        return e.getKind() == CelExpr.ExprKind.Kind.SELECT && e.select().testOnly();
    }

    private Known known(CelExpr e, Context context) {
        return switch (e.getKind()) {
            case CONSTANT -> constant(e.constant());
            case IDENT -> names.variable(e, context);
            case SELECT -> select(e, e.select(), context);
            case CALL -> call(e, e.call(), context);
            case LIST -> list(e, context);
            case MAP -> {
                e.map().entries().forEach(entry -> {
                    used(entry.key(), context);
                    used(entry.value(), context);
                });
                yield Known.NOTHING;
            }
            case COMPREHENSION -> loop(e, e.comprehension(), context);
            default -> Known.NOTHING;
        };
    }

    private static Known constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> Known.made(Type.text());
            case BOOLEAN_VALUE -> Known.made(Type.truth());
            case INT64_VALUE -> Known.made(Type.integer());
            case DOUBLE_VALUE -> Known.made(Type.decimal());
            default -> Known.NOTHING;
        };
    }

    private Known select(CelExpr e, CelSelect select, Context context) {
        Known owner = known(select.operand(), context);
        Known member = names.member(e, owner);
        if (!select.testOnly()) {
            return member;
        }
        if (member.place() != null) {
            read(member);
            clues.place(null, member.place(), member.type());
        }
        return Known.made(Type.truth());
    }

    private Known list(CelExpr e, Context context) {
        Known first = null;
        for (CelExpr each : e.list().elements()) {
            Known element = used(each, context);
            first = first == null ? element : first;
        }
        return first == null ? Known.NOTHING : Known.listOf(first);
    }

    private Known call(CelExpr e, CelCall call, Context context) {
        String function = call.function();
        calls.add(function);
        return switch (function) {
            case Operators.AND -> logic(call, true, context);
            case Operators.OR -> logic(call, false, context);
            case Operators.NOT -> used(call.args().get(0), context.outside());
            case Operators.CONDITIONAL -> conditional(call, context);
            case Operators.INDEX -> index(call, context);
            default -> applied(e, call, context.in(e));
        };
    }

    private Known logic(CelCall call, boolean and, Context context) {
        CelExpr left = call.args().get(0);
        used(left, context.outside());
        used(call.args().get(1), context.where(presence.where(left, and)));
        return Known.made(Type.truth());
    }

    private Known conditional(CelCall call, Context context) {
        CelExpr condition = call.args().get(0);
        used(condition, context.outside());
        Known yes = used(call.args().get(1), context.where(presence.where(condition, true)));
        Known no = used(call.args().get(2), context.where(presence.where(condition, false)));
        return yes.type() == null ? no : yes;
    }

    private Known index(CelCall call, Context context) {
        Known owner = known(call.args().get(0), context);
        CelExpr key = call.args().get(1);
        used(key, context);
        Object step = key.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && key.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? key.constant().stringValue()
                : "";
        if (owner.type() instanceof ListOf) {
            return owner.each();
        }
        if (owner.isOfDocument() && !step.equals("")) {
            return owner.step(owner.type(), step, false);
        }
        if (owner.type() instanceof MapOf map) {
            if (owner.place() != null && key.getKind() == CelExpr.ExprKind.Kind.IDENT) {
                LoopRange range = ranges.get(key.ident().name());
                if (range != null) {
                    clues.place(key, owner.place(), owner.type());
                    range.stateIn(clues, key);
                }
            }
            return owner.step(map.value(), step.equals("") ? "*" : step, false);
        }
        if (owner.type() instanceof Structure) {
            names.indexed(call.args().get(0), key, owner);
        }
        return Known.at(owner.type() == Type.any() ? Type.any() : null, owner.place(), false);
    }

    private Known applied(CelExpr e, CelCall call, Context context) {
        String function = names.full(call, context);
        calls.add(function);
        if (function.equals("json") && call.args().size() == 1) {
            return document(call.args().get(0), context);
        }
        clues.function(context.statement(), function);
        if (!names.isFunction(e, function)) {
            return Known.NOTHING;
        }
        List<CelExpr> operands = new ArrayList<>();
        call.target().filter(target -> !names.isGroup(target, context)).ifPresent(operands::add);
        operands.addAll(call.args());
        List<Known> known = new ArrayList<>();
        for (CelExpr operand : operands) {
            Known each = used(operand, context);
            known.add(each);
            if (needsValue(function, each)) {
                mustBeThere(operand, each, context);
            }
        }
        if (Operators.COMPARING.contains(function)) {
            enums.hold(operands, known);
        }
        RegularExpressions.hold(function, operands, further);
        return results.of(function, known);
    }

    /** A statement about what is read out of a text that stands in an answer is none about the text. */
    private Known document(CelExpr text, Context context) {
        Known known = known(text, context);
        boolean stands = known.place() != null;
        used(text, known, stands ? context.outside() : context);
        if (needsValue("json", known)) {
            mustBeThere(text, known, context);
        }
        if (stands) {
            return known.document();
        }
        clues.function(context.statement(), "json");
        return Known.made(Type.any());
    }

    /** Whether nothing can stand for an absent operand, although its type has something that does elsewhere. */
    private boolean needsValue(String function, Known operand) {
        boolean any = operand.type() == Type.any();
        boolean text = operand.type() instanceof Scalar scalar && scalar.isText();
        if (Operators.CONVERTING.contains(function)) {
            return any || text;
        }
        boolean readsAny =
                Operators.MEASURING.contains(function) || !(Operators.isOperator(function) || function.equals("size"));
        return any && readsAny;
    }

    private Known loop(CelExpr e, CelComprehension loop, Context context) {
        Context outside = context.outside();
        Known start = used(loop.accuInit(), outside);
        if (loop.iterVar().equals(UNUSED)) {
            names.free(e, loop.accuVar(), context);
            return used(loop.result(), outside.with(loop.accuVar(), start));
        }
        LoopRange made = new LoopRange(loop.iterRange());
        ranges.put(loop.iterVar(), made);
        Known range = used(loop.iterRange(), outside);
        made.close(range.place() == null);
        collectCalls(loop.loopCondition());
        names.free(e, loop.iterVar(), context);
        Context inside = outside.with(loop.accuVar(), start).with(loop.iterVar(), range.each());
        Known step = used(loop.loopStep(), inside);
        return used(loop.result(), outside.with(loop.accuVar(), step));
    }

    /** What the language itself adds to a loop. */
    private void collectCalls(CelExpr condition) {
        if (condition.getKind() == CelExpr.ExprKind.Kind.CALL) {
            calls.add(condition.call().function());
            condition.call().args().forEach(this::collectCalls);
        }
    }
}
