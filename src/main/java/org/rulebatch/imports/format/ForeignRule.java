package org.rulebatch.imports.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A check as another tool or a table describes it. Texts that it does not have are empty.
 *
 * @param place its file, for messages
 * @param id what the other tool calls it
 * @param service the other tool's word for the service, {@code awslambda}; empty where nothing names it
 * @param type the other tool's word for what is judged, {@code AwsS3Bucket}
 * @param title what is required, never the fault
 * @param origin how a rule refers to it, {@code aws_securityhub_S3.14}; may be empty
 * @param requirements what of other standards it answers, in the other tool's words
 */
public record ForeignRule(
        String place,
        String id,
        String service,
        String type,
        String title,
        String description,
        String rationale,
        String remediation,
        String severity,
        List<String> references,
        String origin,
        List<String> requirements) {

    public ForeignRule {
        references = List.copyOf(references);
        requirements = List.copyOf(requirements);
    }

    /** A check of which nothing is known yet but where it stands and what it is called. */
    static ForeignRule named(String place, String id, String origin) {
        return new ForeignRule(place, id, "", "", "", "", "", "", "", List.of(), origin, List.of());
    }

    /** What a person says, without any other tool. */
    public static ForeignRule ofPerson(String title, String description, String service, String severity) {
        return named("", "", "").about(service, "").saying(title, description).graded(severity);
    }

    ForeignRule about(String ofService, String ofType) {
        return with(draft -> {
            draft.service = ofService;
            draft.type = ofType;
        });
    }

    ForeignRule saying(String newTitle, String newDescription) {
        return with(draft -> {
            draft.title = newTitle;
            draft.description = newDescription;
        });
    }

    ForeignRule because(String why, String whatToDo) {
        return with(draft -> {
            draft.rationale = why;
            draft.remediation = whatToDo;
        });
    }

    ForeignRule graded(String newSeverity) {
        return with(draft -> draft.severity = newSeverity);
    }

    ForeignRule seeAlso(Stream<String> addresses) {
        List<String> told = addresses.filter(each -> !each.isEmpty()).distinct().toList();
        return with(draft -> draft.references = told);
    }

    /** The same, answering more. */
    ForeignRule answering(List<String> more) {
        List<String> all =
                Stream.concat(requirements.stream(), more.stream()).distinct().toList();
        return with(draft -> draft.requirements = all);
    }

    boolean saysTheSameAs(ForeignRule other) {
        return title.equals(other.title) && description.equals(other.description) && severity.equals(other.severity);
    }

    /** The rule with the title that {@link Fault} makes of what it finds; empty where that cannot be said truthfully. */
    Optional<ForeignRule> turned() {
        return Fault.required(title).map(required -> saying(required, ""));
    }

    private ForeignRule with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new ForeignRule(
                place,
                id,
                draft.service,
                draft.type,
                draft.title,
                draft.description,
                draft.rationale,
                draft.remediation,
                draft.severity,
                draft.references,
                origin,
                draft.requirements);
    }

    /** What may still change of a rule. */
    private static final class Draft {
        private String service;
        private String type;
        private String title;
        private String description;
        private String rationale;
        private String remediation;
        private String severity;
        private List<String> references;
        private List<String> requirements;

        private Draft(ForeignRule rule) {
            this.service = rule.service;
            this.type = rule.type;
            this.title = rule.title;
            this.description = rule.description;
            this.rationale = rule.rationale;
            this.remediation = rule.remediation;
            this.severity = rule.severity;
            this.references = rule.references;
            this.requirements = rule.requirements;
        }
    }
}
