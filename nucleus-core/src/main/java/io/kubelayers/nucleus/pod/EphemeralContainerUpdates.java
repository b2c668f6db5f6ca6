package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.EphemeralContainer;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.validation.FieldDiff;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Updates through {@code pods/ephemeralcontainers}: containers to look into a running pod come, and never change or go
 * (registry/core/pod/strategy.go, {@code ValidatePodEphemeralContainersUpdate}).
 */
final class EphemeralContainerUpdates {
    private static final FieldPath PATH = PodChecks.SPEC.child("ephemeralContainers");

    private EphemeralContainerUpdates() {}

    /** The pod as it is with the ephemeral containers that were sent; nothing else of it changes. */
    static Pod of(Pod sent, Pod old) {
        return old.withMetadata(identity(sent, old))
                .withSpec(old.spec().withEphemeralContainers(sent.spec().ephemeralContainers()));
    }

    /** What a client has said of which pod it means, on the metadata that there is. */
    static ObjectMeta identity(Pod sent, Pod old) {
        var said = sent.metadata();
        return old.metadata()
                .withName(said.name())
                .withNamespace(said.namespace())
                .withUid(said.uid())
                .withResourceVersion(said.resourceVersion());
    }

    static List<FieldError> check(Pod pod, Pod old) {
        var errors = new ArrayList<FieldError>();
        PodChecks.always(pod, errors);
        PodUpdateChecks.annotations(pod, old, errors);
        if (old.metadata().annotations().containsKey(PodAnnotationChecks.MIRROR)) {
            return List.of(FieldError.forbidden(FieldPath.of(""), "static pods do not support ephemeral containers"));
        }
        Map<String, EphemeralContainer> now = new LinkedHashMap<>();
        pod.spec().ephemeralContainers().forEach(container -> now.put(container.name(), container));
        for (var before : old.spec().ephemeralContainers()) {
            var kept = now.get(before.name());
            var existing = "existing ephemeral containers \"" + before.name() + "\" may not be ";
            if (kept == null) {
                errors.add(FieldError.forbidden(PATH, existing + "removed\n"));
            } else if (!kept.equals(before)) {
                errors.add(FieldError.forbidden(PATH, existing + "changed\n" + FieldDiff.text(before, kept)));
            }
        }
        return errors;
    }
}
