package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.server.GatedFields;
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
    private static final String[] OFF = {
        "ClusterTrustBundleProjection", "ContainerStopSignals", "GenericWorkload", "PodCertificateProjection"
    };

    /** Fields of pods that belong to features that are off, of kinds that are pods or have a template in their spec. */
    public static final GatedFields GATED_IN_SPEC = GatedFields.in("spec", OFF);

    /** The same of kinds that are a template. */
    public static final GatedFields GATED_IN_TEMPLATE = GatedFields.in("template", OFF);

    private PodTemplates() {}

    /**
     * What is wrong with a template, in upstream's order; defaults are filled in by now.
     *
     * @param path place of the template, such as {@code spec.template}; the errors name {@code labels} and {@code
     *     annotations} directly below it, as upstream does, and fields of its {@code spec}
     */
    public static List<FieldError> validate(FieldPath path, ObjectMeta metadata, PodSpec spec) {
        var errors = new ArrayList<>(validateMetadata(path, metadata, spec));
        var at = path.child("spec");
        PodSpecChecks.check(at, spec, null, errors);
        PodAnnotationChecks.agree(at, metadata.annotations(), spec, errors);
        if (!spec.ephemeralContainers().isEmpty()) {
            errors.add(FieldError.forbidden(
                    at.child("ephemeralContainers"), "ephemeral containers not allowed in pod template"));
        }
        return errors;
    }

    /**
     * What is wrong with the labels and annotations of a template alone. Of the template of a StatefulSet upstream looks at
     * nothing else, since its volumes are not all there.
     */
    public static List<FieldError> validateMetadata(FieldPath path, ObjectMeta metadata, PodSpec spec) {
        var errors = new ArrayList<FieldError>();
        errors.addAll(MetaRules.labels(path.child("labels"), metadata.labels()));
        var annotations = path.child("annotations");
        errors.addAll(MetaRules.annotations(annotations, metadata.annotations()));
        PodAnnotationChecks.check(annotations, metadata.annotations(), spec, errors);
        return errors;
    }

    /** What is allowed in a template but hardly meant, for {@code KindRules.warnings} of kinds that have one. */
    public static List<String> warnings(FieldPath path, ObjectMeta metadata, PodSpec spec) {
        return PodWarnings.ofTemplate(path, metadata, spec);
    }
}
