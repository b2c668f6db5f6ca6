package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.EphemeralContainer;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;

/** What is wrong with ephemeral containers, which may have much less than others ({@code validateEphemeralContainers}). */
final class EphemeralContainerChecks {
    private static final String NOT_ALLOWED = "cannot be set for an Ephemeral Container";

    private EphemeralContainerChecks() {}

    static void check(ContainerChecks containers, FieldPath path, PodSpec spec, List<FieldError> errors) {
        var others = new HashSet<String>();
        spec.containers().forEach(container -> others.add(container.name()));
        spec.initContainers().forEach(container -> others.add(container.name()));
        var names = new HashSet<>(others);
        for (int i = 0; i < spec.ephemeralContainers().size(); i++) {
            var container = spec.ephemeralContainers().get(i);
            var at = path.index(i);
            containers.common(at, ContainerLists.plain(container));
            PodOnlyChecks.image(at, container.image(), errors);
            if (!names.add(container.name())) {
                errors.add(FieldError.duplicate(at.child("name"), container.name()));
            }
            var target = container.targetContainerName();
            if (target != null && !target.isEmpty() && !others.contains(target)) {
                errors.add(FieldError.notFound(at.child("targetContainerName"), target));
            }
            allowed(at, container, errors);
            mounts(at.child("volumeMounts"), container, errors);
        }
    }

    private static void allowed(FieldPath at, EphemeralContainer container, List<FieldError> errors) {
        refuse(at, "ports", !container.ports().isEmpty(), errors);
        refuse(at, "resources", !container.resources().equals(ResourceRequirements.EMPTY), errors);
        refuse(at, "resizePolicy", !container.resizePolicy().isEmpty(), errors);
        refuse(at, "restartPolicy", container.restartPolicy() != null, errors);
        refuse(at, "restartPolicyRules", !container.restartPolicyRules().isEmpty(), errors);
        refuse(at, "livenessProbe", container.livenessProbe() != null, errors);
        refuse(at, "readinessProbe", container.readinessProbe() != null, errors);
        refuse(at, "startupProbe", container.startupProbe() != null, errors);
        refuse(at, "lifecycle", container.lifecycle() != null, errors);
    }

    private static void mounts(FieldPath path, EphemeralContainer container, List<FieldError> errors) {
        for (int i = 0; i < container.volumeMounts().size(); i++) {
            var mount = container.volumeMounts().get(i);
            refuse(path.index(i), "subPath", mount.subPath() != null, errors);
            refuse(path.index(i), "subPathExpr", mount.subPathExpr() != null, errors);
        }
    }

    private static void refuse(FieldPath at, String field, boolean set, List<FieldError> errors) {
        if (set) {
            errors.add(FieldError.forbidden(at.child(field), NOT_ALLOWED));
        }
    }
}
