package org.rulebatch.engine.aws.wire;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One XML document with the root element, or the element around the result, that the protocol gives to the operation.
 *
 * @param roots the names that the root element may have; any if there are none
 * @param wrapper the one element around the members; empty if they stand in the root
 * @param readsErrors whether the SDK's reader itself finds the errors that come with a good status
 */
record XmlForm(Set<String> roots, String wrapper, boolean readsErrors) implements BodyForm {

    @Override
    public void require(Body body) {
        body.requireWhole(expected());
        XmlOutline outline = XmlOutline.of(body.bytes())
                .orElseThrow(() -> body.unread(
                        body.kind().equals("XML") ? "XML that is cut off or broken" : body.kind(), expected()));
        if (outline.isError()) {
            if (!(readsErrors && outline.root().equals("Error"))) {
                throw body.error(outline.code(), outline.message());
            }
        } else if (!isExpected(outline)) {
            throw body.unread(what(outline), expected());
        }
    }

    private boolean isExpected(XmlOutline outline) {
        List<String> children = outline.children();
        boolean wrapped = wrapper.isEmpty()
                || !children.isEmpty() && children.get(0).equals(wrapper) && children.lastIndexOf(wrapper) == 0;
        return wrapped && (roots.isEmpty() || roots.contains(outline.root()));
    }

    private String what(XmlOutline outline) {
        if (outline.root().equalsIgnoreCase("html")) {
            return "an HTML page";
        }
        boolean inside = !wrapper.isEmpty() && !outline.children().isEmpty();
        return "<" + outline.root() + ">" + (inside ? "<" + outline.children().get(0) + ">" : "");
    }

    private String expected() {
        return wrapper.isEmpty() ? "<" + String.join("> or <", new TreeSet<>(roots)) + ">" : "one <" + wrapper + ">";
    }
}
