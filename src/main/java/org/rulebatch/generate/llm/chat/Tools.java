package org.rulebatch.generate.llm.chat;

/** The tools as the model is told of them. */
public final class Tools {

    static final String WORDS = "words";
    static final String NAME = "name";

    /** The JSON that is sent. */
    public static final String TEXT = "[" + tool(Lookup.SEARCH, "Finds reads and checks.", WORDS) + ","
            + tool(Lookup.OPERATION, "Shows the members of a read.", NAME) + "]";

    private Tools() {}

    private static String tool(String name, String description, String parameter) {
        return "{\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"description\":\"" + description
                + "\",\"parameters\":{\"type\":\"object\",\"properties\":{\"" + parameter
                + "\":{\"type\":\"string\"}},\"required\":[\"" + parameter + "\"]}}}";
    }
}
