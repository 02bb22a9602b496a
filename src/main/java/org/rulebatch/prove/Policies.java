package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.List;

/** Policy documents that differ in what can be asked of one. */
final class Policies {

    private static final String ROOT = "{\"AWS\":\"arn:aws:iam::" + Moment.ACCOUNT + ":root\"}";
    private static final String OTHER = "{\"AWS\":\"arn:aws:iam::444455556666:root\"}";

    private Policies() {}

    /** @param service the client, whose actions are allowed */
    static List<Object> of(String service, List<Object> literals) {
        String action = service + ":Get*";
        List<Object> policies = new ArrayList<>();
        policies.add(document(statement("Allow", ROOT, action, "")));
        policies.add(document(statement("Allow", "\"*\"", action, "")));
        policies.add(document(statement("Allow", OTHER, action, "")));
        policies.add(document(statement("Allow", "{\"Service\":\"s3.amazonaws.com\"}", action, "")));
        policies.add(document(statement("Allow", ROOT, action, "") + ","
                + statement(
                        "Deny",
                        "\"*\"",
                        service.equals("sns") ? "sns:Publish" : service + ":*",
                        ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}")));
        policies.add(document(statement("Allow", "", "*", "")));
        policies.add(document(statement("Allow", "", "s3:GetObject", "")));
        policies.add(document(statement("Allow", "", "iam:CreatePolicyVersion", "")));
        for (Object literal : literals) {
            String named = literal.toString().contains(":") ? literal.toString() : literal + ":*";
            policies.add(document(statement("Allow", "", named, "")));
            policies.add(document(statement("Allow", "\"*\"", named, "")));
            policies.add(document(statement("Deny", "\"*\"", named, "")));
            policies.add(document(statement(
                    "Deny",
                    "\"*\"",
                    named,
                    ",\"Condition\":{\"StringNotEquals\":{\"aws:PrincipalAccount\":\"" + Moment.ACCOUNT + "\"}}")));
        }
        return policies;
    }

    private static String statement(String effect, String principal, String action, String condition) {
        String who = principal.isEmpty() ? "" : "\"Principal\":" + principal + ",";
        return "{\"Effect\":\"" + effect + "\"," + who + "\"Action\":\"" + action + "\",\"Resource\":\"*\"" + condition
                + "}";
    }

    private static String document(String statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
    }
}
