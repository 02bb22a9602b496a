package org.rulebatch.cli;

import java.util.ArrayList;
import java.util.List;

/** Turns {@code --job=<name>}, wherever it stands, into the name of a command at the front. */
final class Arguments {

    private static final String JOB = "--job";

    private Arguments() {}

    static List<String> jobFirst(List<String> arguments) {
        List<String> others = new ArrayList<>();
        String job = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (job == null && argument.startsWith(JOB + "=")) {
                job = argument.substring(JOB.length() + 1);
            } else if (job == null && argument.equals(JOB) && i + 1 < arguments.size()) {
                job = arguments.get(++i);
            } else {
                others.add(argument);
            }
        }
        if (job != null) {
            others.add(0, job);
        }
        return others;
    }

    /** The value of an option that must be known before the others are read. */
    static String value(List<String> arguments, String option, String otherwise) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(option + "=")) {
                return arguments.get(i).substring(option.length() + 1);
            }
            if (arguments.get(i).equals(option) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return otherwise;
    }
}
