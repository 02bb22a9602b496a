package org.rulebatch.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists every place of a response, depth first in model order. A structure that is already open on the way down is
 * named but not opened again, so recursive shapes end; nothing else is cut.
 */
final class FieldWalk {

    private final ServiceModel model;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> open = new HashSet<>();

    private FieldWalk(ServiceModel model) {
        this.model = model;
    }

    static List<Field> of(ServiceModel model, String outputShape) {
        FieldWalk walk = new FieldWalk(model);
        walk.members("", outputShape, false);
        return List.copyOf(walk.fields);
    }

    private void members(String prefix, String shapeName, boolean deprecated) {
        if (!open.add(shapeName)) {
            return;
        }
        Facts members = model.requiredShape(shapeName).at("members");
        for (String member : members.keys()) {
            value(prefix + member, member, members.at(member), deprecated, true);
        }
        open.remove(shapeName);
    }

    private void value(String path, String member, Facts reference, boolean deprecated, boolean named) {
        String shapeName = reference.text("shape");
        Facts shape = model.requiredShape(shapeName);
        FieldType type = reference.flag("jsonvalue") ? FieldType.DOCUMENT : FieldType.of(shape);
        boolean old = deprecated || reference.flag("deprecated") || shape.flag("deprecated");
        if (named || type != FieldType.STRUCTURE) {
            fields.add(new Field(path, type, shapeName, member, shape.texts("enum"), old));
        }
        switch (type) {
            case STRUCTURE -> members(path + ".", shapeName, old);
            case LIST -> parts(path + "[]", member, shapeName, shape.at("member"), old);
            case MAP -> parts(path + "{}", member, shapeName, shape.at("value"), old);
            default -> {}
        }
    }

    private void parts(String path, String member, String container, Facts reference, boolean deprecated) {
        if (open.add(container)) {
            value(path, member, reference, deprecated, false);
            open.remove(container);
        }
    }
}
