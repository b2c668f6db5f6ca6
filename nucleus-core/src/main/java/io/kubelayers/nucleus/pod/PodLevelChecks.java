package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpec.OSName;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.resources.PodResourceOptions;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.resources.ResourceNames;
import io.kubelayers.nucleus.resources.ResourceRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.SortedSet;

/** What is wrong with the resources of a pod as a whole ({@code validatePodResources}). */
final class PodLevelChecks {
    private PodLevelChecks() {}

    static void check(FieldPath spec, PodSpec pod, SortedSet<String> claims, List<FieldError> errors) {
        var resources = pod.resources();
        if (resources == null) {
            return;
        }
        var path = spec.child("resources");
        if (pod.os() != null && pod.os().name().equals(OSName.WINDOWS)) {
            errors.add(FieldError.forbidden(path, "may not be set for a windows pod"));
            return;
        }
        if (!resources.claims().isEmpty()) {
            errors.add(FieldError.forbidden(path.child("claims"), "claims may not be set for Resources at pod-level"));
        }
        ResourceRules.pod(path, resources, claims, errors);
        againstContainers(path, PodBuilder.builder().spec(pod).build(), resources, errors);
    }

    private static void againstContainers(
            FieldPath path, Pod pod, ResourceRequirements resources, List<FieldError> errors) {
        PodResources.containerRequests(pod, PodResourceOptions.DECLARED).forEach((name, sum) -> {
            var request = resources.requests().get(name);
            if (request != null && sum.compareTo(request) > 0) {
                errors.add(FieldError.invalid(
                        path.child("requests").key(name),
                        request.toString(),
                        "must be greater than or equal to aggregate container requests of " + sum));
            }
        });
        PodResources.containerLimits(pod, PodResourceOptions.DECLARED).forEach((name, sum) -> {
            var limit = resources.limits().get(name);
            if (ResourceNames.isHugePages(name) && limit != null && sum.compareTo(limit) > 0) {
                errors.add(FieldError.invalid(
                        path.child("limits").key(name),
                        limit.toString(),
                        "must be greater than or equal to aggregate container limits of " + sum));
            }
        });
        for (int i = 0; i < pod.spec().containers().size(); i++) {
            var at = path.child("containers").index(i);
            pod.spec().containers().get(i).resources().limits().forEach((name, limit) -> {
                var ofPod = resources.limits().get(name);
                if (ofPod != null && limit.compareTo(ofPod) > 0) {
                    errors.add(FieldError.invalid(
                            at.key(name).child("limits"),
                            limit.toString(),
                            "must be less than or equal to pod limits of " + ofPod));
                }
            });
        }
    }
}
