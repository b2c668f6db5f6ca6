package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The checks of a pod's spec that keep machinery from running into nonsense (core/validation/validation.go, in part). */
public final class PodChecks {
    private static final FieldPath SPEC = FieldPath.of("spec");

    private static final String IMMUTABLE = "pod updates may not change fields other than `spec.containers[*].image`,"
            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to"
            + " existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was"
            + " previously negative)";

    private PodChecks() {}

    static List<FieldError> ofNew(Pod pod) {
        return ofSpec(SPEC, pod.spec());
    }

    /** Errors of a pod spec, also one inside a template, at a path. */
    public static List<FieldError> ofSpec(FieldPath path, PodSpec spec) {
        var errors = new ArrayList<FieldError>();
        var volumes = volumes(path.child("volumes"), spec.volumes(), errors);
        var names = new HashSet<String>();
        if (spec.containers().isEmpty()) {
            errors.add(FieldError.required(path.child("containers"), ""));
        }
        containers(path.child("containers"), spec.containers(), names, volumes, errors);
        containers(path.child("initContainers"), spec.initContainers(), names, volumes, errors);
        return errors;
    }

    private static Set<String> volumes(FieldPath path, List<Volume> volumes, List<FieldError> errors) {
        var names = new HashSet<String>();
        for (int i = 0; i < volumes.size(); i++) {
            var volume = volumes.get(i);
            var place = path.index(i);
            if (VolumeSources.count(volume) > 1) {
                errors.add(FieldError.forbidden(place, "may not specify more than 1 volume type"));
            }
            name(place.child("name"), volume.name(), names, errors);
        }
        return names;
    }

    private static void containers(
            FieldPath path,
            List<Container> containers,
            Set<String> names,
            Set<String> volumes,
            List<FieldError> errors) {
        for (int i = 0; i < containers.size(); i++) {
            var container = containers.get(i);
            var place = path.index(i);
            name(place.child("name"), container.name(), names, errors);
            if (container.image() == null) {
                errors.add(FieldError.required(place.child("image"), ""));
            }
            mounts(place.child("volumeMounts"), container, volumes, errors);
            ResourceChecks.check(place.child("resources"), container.resources(), errors);
        }
    }

    private static void name(FieldPath path, String name, Set<String> taken, List<FieldError> errors) {
        if (name.isEmpty()) {
            errors.add(FieldError.required(path, ""));
            return;
        }
        for (var complaint : Names.dnsLabel(name)) {
            errors.add(FieldError.invalid(path, name, complaint));
        }
        if (!taken.add(name)) {
            errors.add(FieldError.duplicate(path, name));
        }
    }

    private static void mounts(FieldPath path, Container container, Set<String> volumes, List<FieldError> errors) {
        for (int i = 0; i < container.volumeMounts().size(); i++) {
            var mount = container.volumeMounts().get(i);
            if (mount.name().isEmpty()) {
                errors.add(FieldError.required(path.index(i).child("name"), ""));
            } else if (!volumes.contains(mount.name())) {
                errors.add(FieldError.notFound(path.index(i).child("name"), mount.name()));
            }
            if (mount.mountPath().isEmpty()) {
                errors.add(FieldError.required(path.index(i).child("mountPath"), ""));
            }
        }
    }

    static List<FieldError> ofChange(Pod pod, Pod old) {
        var errors = new ArrayList<>(ofNew(pod));
        if (!pod.spec().equals(old.spec()) && !changeable(pod.spec()).equals(changeable(old.spec()))) {
            errors.add(FieldError.forbidden(SPEC, IMMUTABLE));
        } else if (!pod.spec().tolerations().containsAll(old.spec().tolerations())) {
            errors.add(FieldError.forbidden(
                    SPEC.child("tolerations"), "existing toleration can not be modified except its tolerationSeconds"));
        }
        return errors;
    }

    /** The spec with everything blanked that an update may change. */
    private static PodSpec changeable(PodSpec spec) {
        var blanked = spec.withTolerations(List.of())
                .withActiveDeadlineSeconds(null)
                .withSchedulingGates(List.of())
                .withContainers(spec.containers().stream()
                        .map(container -> container.withImage("-"))
                        .toList())
                .withInitContainers(spec.initContainers().stream()
                        .map(container -> container.withImage("-"))
                        .toList());
        return Objects.equals(spec.terminationGracePeriodSeconds(), 1L)
                ? blanked.withTerminationGracePeriodSeconds(-1L)
                : blanked;
    }
}
