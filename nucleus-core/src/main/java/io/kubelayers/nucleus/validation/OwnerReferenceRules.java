package io.kubelayers.nucleus.validation;

import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules for owner references: complete, at most one controller, no owner that is an Event. */
final class OwnerReferenceRules {
    private OwnerReferenceRules() {}

    static List<FieldError> check(FieldPath field, List<OwnerReference> references) {
        var errors = new ArrayList<FieldError>();
        var controller = "";
        for (var reference : references) {
            complete(field, reference, errors);
            if (Boolean.TRUE.equals(reference.controller())) {
                var name = reference.kind() + "/" + reference.name();
                if (!controller.isEmpty()) {
                    errors.add(FieldError.invalid(
                            field,
                            references.stream().map(OwnerReferenceRules::tree).toList(),
                            "Only one reference can have Controller set to true. Found \"true\" in references for "
                                    + controller + " and " + name));
                } else {
                    controller = name;
                }
            }
        }
        return errors;
    }

    private static void complete(FieldPath field, OwnerReference reference, List<FieldError> errors) {
        var apiVersion = reference.apiVersion();
        if (version(apiVersion).isEmpty()) {
            errors.add(FieldError.invalid(field.child("apiVersion"), apiVersion, "version must not be empty"));
        }
        filled(field.child("kind"), reference.kind(), errors);
        filled(field.child("name"), reference.name(), errors);
        filled(field.child("uid"), reference.uid(), errors);
        if (version(apiVersion).equals("v1")
                && (apiVersion.equals("v1") || apiVersion.equals("/v1"))
                && reference.kind().equals("Event")) {
            errors.add(FieldError.invalid(field, tree(reference), "/v1, Kind=Event is disallowed from being an owner"));
        }
    }

    private static void filled(FieldPath field, String value, List<FieldError> errors) {
        if (value.isEmpty()) {
            errors.add(FieldError.invalid(field, value, "must not be empty"));
        }
    }

    /** The part after the slash; empty if there is more than one, as upstream gives up then. */
    private static String version(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash != apiVersion.lastIndexOf('/') ? "" : apiVersion.substring(slash + 1);
    }

    private static Map<String, Object> tree(OwnerReference reference) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("apiVersion", reference.apiVersion());
        tree.put("kind", reference.kind());
        tree.put("name", reference.name());
        tree.put("uid", reference.uid());
        if (reference.controller() != null) {
            tree.put("controller", reference.controller());
        }
        if (reference.blockOwnerDeletion() != null) {
            tree.put("blockOwnerDeletion", reference.blockOwnerDeletion());
        }
        return tree;
    }
}
