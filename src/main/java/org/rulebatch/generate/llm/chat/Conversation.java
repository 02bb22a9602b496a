package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rulebatch.generate.llm.chat.KeptModel.Kept;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.validate.Validator;

/** Asks about one rule until there is a decision that holds: answers what the model looks up, and sends back what is wrong. */
public final class Conversation {

    private static final int MOST_LOOKUPS = 3;
    private static final int MOST_REPAIRS = 2;
    private static final int MOST_ROOM = 4;
    private static final int LONGEST_ECHO = 2_000;
    private static final int MOST_FINDINGS = 8;

    private final RuleMetadata rule;
    private final Prompt prompt;
    private final KeptModel model;
    private final CatalogLookup catalog;
    private final Validator validator;
    private final List<Turn> turns = new ArrayList<>();
    private int lookups;
    private int repairs;
    private int room = 1;

    /** How a conversation ended: with a decision, or with what was wrong with the last reply. */
    public record End(Kept kept, Reply reply) {}

    public Conversation(RuleMetadata rule, Prompt prompt, KeptModel model, CatalogLookup catalog, Validator validator) {
        this.rule = rule;
        this.prompt = prompt;
        this.model = model;
        this.catalog = catalog;
        this.validator = validator;
        turns.add(new Turn.User(prompt.user()));
    }

    public End run() {
        while (true) {
            Kept kept = model.ask(rule, request());
            List<Lookup> asked = asked(kept.reply());
            if (!asked.isEmpty() && lookups < MOST_LOOKUPS) {
                model.judge(kept, Verdict.LOOKUP, "");
                lookups++;
                answer(kept.reply(), asked);
                continue;
            }
            Reply reply = checked(kept.reply());
            if (reply instanceof Reply.Unusable unusable) {
                List<Finding> findings = unusable.findings();
                model.judge(kept, Verdict.BAD, findings.get(0).message());
                if (repairs == MOST_REPAIRS) {
                    return new End(kept, reply);
                }
                repairs++;
                sendBack(kept.reply(), findings);
            } else {
                model.judge(kept, Verdict.ANSWER, "");
                return new End(kept, reply);
            }
        }
    }

    private ModelRequest request() {
        boolean tools = prompt.style().lookups() == Lookups.CALLS && lookups < MOST_LOOKUPS;
        return new ModelRequest(prompt.system(), turns, prompt.schema(), tools, room);
    }

    private List<Lookup> asked(ModelReply reply) {
        if (!reply.calls().isEmpty()) {
            return reply.calls();
        }
        boolean field =
                prompt.style().lookups() == Lookups.FIELD && reply.finish().equals(ModelReply.STOP);
        return field && ReplyReader.read(reply.text(), prompt) instanceof Reply.Asks asks
                ? List.of(asks.lookup())
                : List.of();
    }

    private void answer(ModelReply reply, List<Lookup> asked) {
        turns.add(new Turn.Assistant(echo(reply.text()), reply.calls()));
        for (Lookup lookup : asked) {
            String answer = catalog.answer(lookup, rule, prompt.choices());
            turns.add(reply.calls().isEmpty() ? new Turn.User(answer) : new Turn.Result(lookup, answer));
        }
    }

    private Reply checked(ModelReply reply) {
        Reply read = Replies.read(reply, prompt);
        if (read instanceof Reply.Asks || !reply.calls().isEmpty()) {
            return Replies.unusable("reply.asks", "the catalog cannot be asked any more: decide with what there is");
        }
        if (read instanceof Reply.Decided decided && decided.decision() instanceof Decision.WithCheck check) {
            List<Finding> errors = validator.validate(check.requirement()).findings().stream()
                    .filter(Finding::isError)
                    .toList();
            return errors.isEmpty() ? read : new Reply.Unusable(errors);
        }
        return read;
    }

    /** What was cut off may be longer the next time; whatever was wrong is said. */
    private void sendBack(ModelReply reply, List<Finding> findings) {
        if (reply.finish().equals(ModelReply.LENGTH)) {
            room = Math.min(2 * room, MOST_ROOM);
        }
        turns.add(new Turn.Assistant(echo(reply.text()), List.of()));
        String list = findings.stream()
                .limit(MOST_FINDINGS)
                .map(finding -> "- " + finding.place() + ": " + finding.message()
                        + (finding.hint().isEmpty() ? "" : " (" + finding.hint() + ")"))
                .collect(Collectors.joining("\n"));
        turns.add(new Turn.User("This answer cannot be used:\n" + list + "\nAnswer again, in full."));
    }

    /** What the model said, for itself to read; some servers refuse an empty message. */
    private static String echo(String text) {
        if (text.isBlank()) {
            return "(nothing)";
        }
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
