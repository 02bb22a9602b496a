package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.CheckTrial;
import org.rulebatch.generate.CheckTrial.Tried;
import org.rulebatch.generate.llm.chat.SecondOpinion.Doubt;
import org.rulebatch.generate.llm.chat.SecondOpinion.Opinion;
import org.rulebatch.generate.llm.chat.StoringModel.StoredReply;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;

/**
 * Asks about one rule until there is a check that holds: answers what the model looks up, sends back what is wrong, and has a
 * check judged by its examples.
 */
public final class Conversation {

    private static final int MOST_LOOKUPS = 3;
    private static final int MOST_REPAIRS = 2;
    private static final int MOST_ROOM = 4;
    private static final int LONGEST_ECHO = 4_000;
    private static final int MOST_FINDINGS = 8;

    private final RuleMetadata rule;
    private final Prompt prompt;
    private final StoringModel model;
    private final CatalogLookup catalog;
    private final CheckTrial trial;
    private final boolean verify;
    private final Decisions decisions;
    private final List<Turn> turns = new ArrayList<>();
    private int lookups;
    private int repairs;
    private int room = 1;
    private boolean doubted;

    /** The last check that is valid, whatever else is wrong with it, and what is. */
    private @Nullable Written best;

    private List<Finding> faults = List.of();

    /**
     * How a conversation ended.
     *
     * @param decision empty where no reply had a check that is valid
     * @param faults what was wrong with the last reply
     */
    public record End(StoredReply stored, Optional<Decision> decision, List<Finding> faults) {}

    /** @param verify whether the model judges a check's examples as well */
    public Conversation(
            RuleMetadata rule,
            Prompt prompt,
            StoringModel model,
            CatalogLookup catalog,
            CheckTrial trial,
            boolean verify) {
        this.rule = rule;
        this.prompt = prompt;
        this.model = model;
        this.catalog = catalog;
        this.trial = trial;
        this.verify = verify;
        this.decisions = new Decisions(rule, prompt);
        turns.add(new Turn.User(prompt.user()));
    }

    public End run() {
        while (true) {
            StoredReply stored = model.ask(rule, request());
            Reply reply = Replies.read(stored.reply(), prompt);
            List<Lookup> asked = asked(stored.reply(), reply);
            if (!asked.isEmpty() && lookups < MOST_LOOKUPS) {
                model.judge(stored, Verdict.LOOKUP, "");
                lookups++;
                answer(stored.reply(), asked);
                continue;
            }
            Optional<Decision> decision = decision(stored, asked, reply);
            if (decision.isPresent()) {
                return new End(stored, decision, List.of());
            }
            if (repairs == MOST_REPAIRS) {
                return new End(stored, Optional.ofNullable(best).map(each -> decisions.open(each, faults)), faults);
            }
            repairs++;
            sendBack(stored.reply());
        }
    }

    private ModelRequest request() {
        boolean tools = prompt.style().lookups() == Lookups.CALLS && lookups < MOST_LOOKUPS;
        return new ModelRequest(prompt.system(), turns, prompt.schema(), tools, room);
    }

    private static List<Lookup> asked(ModelReply reply, Reply read) {
        return reply.calls().isEmpty() && read instanceof Reply.Asks asks ? List.of(asks.lookup()) : reply.calls();
    }

    private void answer(ModelReply reply, List<Lookup> asked) {
        turns.add(new Turn.Assistant(echo(reply.text()), reply.calls()));
        for (Lookup lookup : asked) {
            String answer = catalog.answer(lookup, rule, prompt.offer());
            turns.add(reply.calls().isEmpty() ? new Turn.User(answer) : new Turn.Result(lookup, answer));
        }
    }

    /** What the reply comes to; empty, with the faults, if it has to be mended. */
    private Optional<Decision> decision(StoredReply stored, List<Lookup> asked, Reply reply) {
        if (!asked.isEmpty()) {
            reply = Replies.unusable("reply.asks", "the catalog cannot be asked any more: decide with what there is");
        }
        if (reply instanceof Reply.Undecided undecided) {
            model.judge(stored, Verdict.ANSWER, "");
            return Optional.of(decisions.undecided(undecided));
        }
        if (!(reply instanceof Reply.Check check)) {
            return bad(stored, ((Reply.Unusable) reply).findings());
        }
        Tried tried = trial.of(check.written().check(), prompt.nearby());
        if (!tried.invalid().isEmpty()) {
            return bad(stored, tried.invalid());
        }
        Written written = check.written().with(tried.check());
        best = written;
        List<Finding> open = new ArrayList<>(new PartsCheck(rule, prompt.reading()).of(written));
        open.addAll(tried.unproven());
        if (!open.isEmpty()) {
            return bad(stored, open);
        }
        model.judge(stored, Verdict.ANSWER, "");
        return verified(written, tried);
    }

    private Optional<Decision> bad(StoredReply stored, List<Finding> findings) {
        model.judge(stored, Verdict.BAD, findings.get(0).message());
        faults = findings;
        return Optional.empty();
    }

    /** The check, if the examples of it do not divide model and engine; once they may be the reason for another. */
    private Optional<Decision> verified(Written written, Tried tried) {
        if (!verify || written.outcome() != Written.Outcome.CHECK) {
            return Optional.of(decisions.of(written, List.of()));
        }
        Opinion opinion = new SecondOpinion(model, prompt.style(), trial.moment()).of(rule, tried.samples());
        if (opinion.doubts().isEmpty()) {
            List<Finding> notes = opinion.asked() ? List.of() : List.of(Decisions.NO_OPINION);
            return Optional.of(decisions.of(written, notes));
        }
        if (doubted || repairs == MOST_REPAIRS) {
            return Optional.of(decisions.doubted(written, opinion.doubts()));
        }
        doubted = true;
        faults = opinion.doubts().stream().map(Doubt::finding).toList();
        return Optional.empty();
    }

    /** What was cut off may be longer the next time; whatever was wrong is said. */
    private void sendBack(ModelReply reply) {
        if (reply.finish().equals(ModelReply.LENGTH)) {
            room = Math.min(2 * room, MOST_ROOM);
        }
        turns.add(new Turn.Assistant(echo(reply.text()), List.of()));
        String list = faults.stream()
                .limit(MOST_FINDINGS)
                .map(finding -> "- " + finding.place() + ": " + finding.text())
                .collect(Collectors.joining("\n"));
        turns.add(new Turn.User("This answer cannot be used as it is:\n" + list + "\nAnswer again, in full."));
    }

    /** What the model said, for itself to read; some servers refuse an empty message. */
    static String echo(String text) {
        if (text.isBlank()) {
            return "(nothing)";
        }
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
