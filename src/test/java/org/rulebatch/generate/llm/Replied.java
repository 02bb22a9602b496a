package org.rulebatch.generate.llm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.metadata.Rules;
import tools.jackson.databind.json.JsonMapper;

/** A model's reply with a check, piece by piece; that of {@code aws.s3.bucket.versioning_enabled} until something else is said. */
final class Replied {

    /** The rule that most tests ask about, and a reply that decides it. */
    static final RuleMetadata RULE = Rules.starter("aws.s3.bucket.versioning_enabled");

    static final String GOOD = versioning().json();

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final List<Map<String, Object>> parts = new ArrayList<>();

    private Replied() {
        members.put("parts", parts);
        members.put("outcome", "check");
        members.put("for_each", List.of("s3.get_bucket_versioning"));
        members.put("where", null);
        members.put("with", List.of());
        members.put("parameters", List.of());
        members.put("complies", "item.Status == \"Enabled\"");
        members.put("reservation", null);
        members.put("basis", null);
        members.put("cause", null);
        members.put("reason", "Versioning is the status.");
        members.put("confidence", 0.93);
    }

    /** The reply of a rule about the versioning of buckets. */
    static Replied versioning() {
        return new Replied()
                .part("S3 buckets", "for_each", "s3.get_bucket_versioning")
                .part("keep earlier versions of their objects", "complies", "item.Status == \"Enabled\"");
    }

    static Replied empty() {
        return new Replied();
    }

    Replied part(String text, String by, String piece) {
        parts.add(Map.of("text", text, "by", by, "piece", piece));
        return this;
    }

    Replied with(String member, @Nullable Object value) {
        members.put(member, value);
        return this;
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(members);
    }
}
