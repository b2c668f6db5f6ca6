package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** Requests and limits must be sensible amounts, and a request no larger than its limit. */
final class ResourceChecks {
    private ResourceChecks() {}

    static void check(FieldPath path, ResourceRequirements resources, List<FieldError> errors) {
        resources.limits().forEach((name, limit) -> {
            if (limit.sign() < 0) {
                errors.add(FieldError.invalid(
                        path.child("limits").key(name), limit.toString(), "must be greater than or equal to 0"));
            }
        });
        resources.requests().forEach((name, request) -> {
            var place = path.child("requests").key(name);
            var limit = resources.limits().get(name);
            if (request.sign() < 0) {
                errors.add(FieldError.invalid(place, request.toString(), "must be greater than or equal to 0"));
            } else if (limit != null && request.compareTo(limit) > 0) {
                errors.add(FieldError.invalid(
                        path.child("requests"),
                        request.toString(),
                        "must be less than or equal to " + name + " limit of " + limit));
            }
        });
    }
}
