package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of pods that upstream does not ask of templates, since they came later ({@code validatePodMetadataAndSpec}). */
final class PodOnlyChecks {
    private PodOnlyChecks() {}

    static void check(FieldPath path, PodSpec spec, List<FieldError> errors) {
        if (spec.serviceAccountName() == null) {
            tokens(path.child("volumes"), spec, errors);
        }
        images(path.child("containers"), spec.containers(), errors);
        images(path.child("initContainers"), spec.initContainers(), errors);
    }

    private static void tokens(FieldPath path, PodSpec spec, List<FieldError> errors) {
        for (int i = 0; i < spec.volumes().size(); i++) {
            var projected = spec.volumes().get(i).projected();
            for (int j = 0; projected != null && j < projected.sources().size(); j++) {
                if (projected.sources().get(j).serviceAccountToken() != null) {
                    errors.add(FieldError.forbidden(
                            path.index(i).child("projected", "sources").index(j).child("serviceAccountToken"),
                            "must not be specified when serviceAccountName is not set"));
                }
            }
        }
    }

    private static void images(FieldPath path, List<Container> containers, List<FieldError> errors) {
        for (int i = 0; i < containers.size(); i++) {
            image(path.index(i), containers.get(i).image(), errors);
        }
    }

    /** An image reference without blanks around it. */
    static void image(FieldPath at, @Nullable String image, List<FieldError> errors) {
        if (image != null && image.strip().length() != image.length()) {
            errors.add(FieldError.invalid(at.child("image"), image, "must not have leading or trailing whitespace"));
        }
    }
}
