package org.rulebatch.ruleyaml;

/** Writes templates: one path between braces, which keeps the value's type. */
final class Template {

    private Template() {}

    static String of(String path) {
        return "{{ " + path + " }}";
    }

    /** The emitted value of the item at hand. */
    static String item(String key) {
        return of("item." + key);
    }

    /** A path below a name, with or without a dot between. */
    static String below(String name, String path) {
        return of(path.isEmpty() || path.startsWith("[") ? name + path : name + "." + path);
    }
}
