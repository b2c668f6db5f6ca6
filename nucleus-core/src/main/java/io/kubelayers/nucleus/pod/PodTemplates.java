package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules for the pod templates in workloads (core/validation/validation.go, {@code ValidatePodTemplateSpec}): those of
 * a pod, but without those that only hold for pods that exist (names, ephemeral containers, requests filled in).
 *
 * <p>The kinds that have a template call it with the place of the template, and add their own rules on the restart policy
 * and the like after it:
 *
 * <pre>{@code
 * var template = deployment.spec().template();
 * errors.addAll(PodTemplates.validate(FieldPath.of("spec", "template"), template.metadata(), template.spec()));
 * }</pre>
 */
public final class PodTemplates {
    private PodTemplates() {}

    /**
     * What is wrong with a template, in upstream's order; defaults are filled in by now.
     *
     * @param path place of the template, such as {@code spec.template}; the errors name fields of its {@code metadata}
     *     and {@code spec}
     */
    public static List<FieldError> validate(FieldPath path, ObjectMeta metadata, PodSpec spec) {
        var errors = new ArrayList<FieldError>();
        errors.addAll(MetaRules.labels(path.child("metadata", "labels"), metadata.labels()));
        var annotations = path.child("metadata", "annotations");
        errors.addAll(MetaRules.annotations(annotations, metadata.annotations()));
        errors.addAll(PodChecks.ofSpec(path.child("spec"), spec));
        if (!spec.ephemeralContainers().isEmpty()) {
            errors.add(FieldError.forbidden(
                    path.child("spec", "ephemeralContainers"), "ephemeral containers not allowed in pod template"));
        }
        return errors;
    }
}
