package org.rulebatch.report.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Subject;

/** A check as a person's decision has it, in the form {@code check} of {@code override.schema.json}: with all its reads. */
final class OverrideForm {

    private OverrideForm() {}

    static Map<String, Object> of(Expressions asked) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("for_each", subject(asked.subject()));
        if (asked.where() != null) {
            form.put("where", asked.where());
        }
        Map<String, Object> with = new LinkedHashMap<>();
        asked.with().forEach((name, items) -> with.put(name, reads(items)));
        putIfAny(form, "with", with);
        putIfAny(form, "parameters", asked.parameters());
        form.put("complies", asked.complies());
        return form;
    }

    private static Object subject(Subject subject) {
        return subject instanceof Subject.Items items ? reads(items) : ((Subject.Place) subject).wireName();
    }

    private static List<Map<String, Object>> reads(Subject.Items items) {
        return items.reads().stream().map(OverrideForm::read).toList();
    }

    private static Map<String, Object> read(Read read) {
        Map<String, Object> form = call(read.call());
        Map<String, Object> bind = new LinkedHashMap<>();
        read.call().bind().forEach((parameter, from) -> bind.put(parameter, binding(from)));
        putIfAny(form, "bind", bind);
        if (read.items() != null) {
            form.put("items", read.items());
        }
        return form;
    }

    private static Map<String, Object> binding(Binding binding) {
        Map<String, Object> form = call(binding.call());
        form.put("path", binding.path());
        return form;
    }

    private static Map<String, Object> call(Call call) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("client", call.client());
        form.put("operation", call.operation());
        putIfAny(form, "params", call.params());
        return form;
    }

    private static void putIfAny(Map<String, Object> form, String key, Map<String, ?> values) {
        if (!values.isEmpty()) {
            form.put(key, values);
        }
    }
}
