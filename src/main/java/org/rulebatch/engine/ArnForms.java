package org.rulebatch.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.ruleyaml.Discovery;

/** Completes a resource's name to its ARN where the service answers none, by {@code engine/arns.yaml}. */
final class ArnForms {

    private static final Map<String, String> FORMS = new HashMap<>();

    static {
        EngineFiles.entries("arns.yaml")
                .forEach(entry -> FORMS.put(
                        entry.path("read").asString(), entry.path("arn").asString()));
    }

    private ArnForms() {}

    /**
     * The ARN; the name itself where it is one, has no form, or something that the form needs is not known.
     *
     * @param account empty if it is not known
     * @param region where the resource is; {@code global} for none
     */
    static String arn(Discovery listing, String name, Optional<String> account, String region) {
        String form = FORMS.get(read(listing));
        boolean unknown = form != null && form.contains("{account}") && account.isEmpty();
        if (form == null || unknown || name.isEmpty() || name.startsWith("arn:")) {
            return name;
        }
        return form.replace("{partition}", partition(region))
                .replace("{region}", region)
                .replace("{account}", account.orElse(""))
                .replace("{id}", name.substring(name.lastIndexOf('/') + 1));
    }

    private static String partition(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    private static String read(Discovery discovery) {
        return discovery.client() + "." + discovery.action();
    }
}
