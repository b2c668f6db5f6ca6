package io.kubelayers.application.scheduling.config;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import java.util.TreeSet;

/** What is wrong with extenders. Upstream: {@code validateExtenders}. */
final class ExtenderChecks {
    private ExtenderChecks() {}

    static void check(FieldPath place, List<ConfigNode> extenders, FieldErrors errors) {
        int binders = 0;
        var managed = new TreeSet<String>();
        for (var extender : extenders) {
            int weight = extender.number("weight").orElse(0);
            if (!extender.text("prioritizeVerb").orElse("").isEmpty() && weight <= 0) {
                errors.invalid(extender.at("weight"), weight, "must have a positive weight applied to it");
            }
            binders += extender.text("bindVerb").orElse("").isEmpty() ? 0 : 1;
            for (var resource : extender.nodes("managedResources")) {
                var name = resource.text("name").orElse("");
                resource(resource.at("name"), name, errors);
                if (!managed.add(name)) {
                    errors.invalid(resource.at("name"), name, "duplicate extender managed resource name");
                }
            }
        }
        if (binders > 1) {
            errors.invalid(
                    place, "found " + binders + " extenders implementing bind", "only one extender can implement bind");
        }
    }

    private static void resource(FieldPath place, String name, FieldErrors errors) {
        var complaints = Names.qualifiedName(name);
        if (!complaints.isEmpty()) {
            errors.invalid(place, name, complaints);
        } else if (!isExtended(name)) {
            errors.invalid(place, name, "is an invalid extended resource name");
        }
    }

    /** Upstream: {@code IsExtendedResourceName}. */
    private static boolean isExtended(String name) {
        return name.contains("/")
                && !name.contains("kubernetes.io/")
                && !name.startsWith("requests.")
                && Names.qualifiedName("requests." + name).isEmpty();
    }
}
