package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a pod, beyond its metadata (core/validation/validation.go, {@code ValidatePodCreate}). */
public final class PodChecks {
    static final FieldPath SPEC = FieldPath.of("spec");
    static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

    private PodChecks() {}

    /** Errors of a pod that is to be created. */
    static List<FieldError> ofNew(Pod pod) {
        var errors = new ArrayList<FieldError>();
        always(pod, errors);
        var spec = pod.spec();
        if (!spec.ephemeralContainers().isEmpty()) {
            errors.add(FieldError.forbidden(SPEC.child("ephemeralContainers"), "cannot be set on create"));
        }
        if (spec.nodeName() != null && !spec.schedulingGates().isEmpty()) {
            errors.add(FieldError.forbidden(
                    SPEC.child("nodeName"), "cannot be set until all schedulingGates have been cleared"));
        }
        PodAnnotationChecks.agree(SPEC, pod.metadata().annotations(), spec, errors);
        return errors;
    }

    /** Errors of the spec of a pod template; {@link PodTemplates} also looks at its metadata. */
    public static List<FieldError> ofSpec(FieldPath path, PodSpec spec) {
        var errors = new ArrayList<FieldError>();
        PodSpecChecks.check(path, spec, null, errors);
        return errors;
    }

    /** What holds for new pods and changed ones. */
    static void always(Pod pod, List<FieldError> errors) {
        PodAnnotationChecks.check(ANNOTATIONS, pod.metadata().annotations(), pod.spec(), errors);
        PodSpecChecks.check(SPEC, pod.spec(), pod.metadata(), errors);
        PodOnlyChecks.check(SPEC, pod.spec(), errors);
    }
}
