package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.affinity.TaintRules;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpec.SchedulingGate;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.validation.FieldDiff;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a change of a pod ({@code ValidatePodUpdate}): of its spec, only images, the deadline, more
 * tolerations and fewer gates; while it is gated, also where it may run, if only more narrowly.
 */
final class PodUpdateChecks {
    private static final FieldPath SPEC = PodChecks.SPEC;

    private static final String IMMUTABLE = "pod updates may not change fields other than `spec.containers[*].image`,"
            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to"
            + " existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was"
            + " previously negative)\n";

    private PodUpdateChecks() {}

    static List<FieldError> check(Pod pod, Pod old) {
        var errors = new ArrayList<FieldError>();
        PodChecks.always(pod, errors);
        annotations(pod, old, errors);
        var spec = pod.spec();
        var before = old.spec();
        if (!containers(SPEC.child("containers"), spec.containers(), before.containers(), errors)
                || !containers(SPEC.child("initContainers"), spec.initContainers(), before.initContainers(), errors)
                || !deadline(spec.activeDeadlineSeconds(), before.activeDeadlineSeconds(), errors)) {
            return errors;
        }
        tolerations(spec.tolerations(), before.tolerations(), errors);
        gates(spec.schedulingGates(), before.schedulingGates(), errors);
        if (!spec.equals(before)) {
            rest(spec, before, errors);
        }
        return errors;
    }

    /** Some annotations stand for what can't change. */
    static void annotations(Pod pod, Pod old, List<FieldError> errors) {
        var now = pod.metadata().annotations();
        var before = old.metadata().annotations();
        if (now.equals(before)) {
            PodAnnotationChecks.check(PodChecks.ANNOTATIONS, now, pod.spec(), errors);
            return;
        }
        before.forEach((key, value) -> {
            if (!value.equals(now.get(key))) {
                refuse(key, "may not remove or update ", errors);
            }
        });
        now.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                refuse(key, "may not add ", errors);
            }
        });
        PodAnnotationChecks.check(PodChecks.ANNOTATIONS, now, pod.spec(), errors);
    }

    private static void refuse(String key, String may, List<FieldError> errors) {
        var at = PodChecks.ANNOTATIONS.key(key);
        if (key.startsWith(PodAnnotationChecks.APP_ARMOR)) {
            errors.add(FieldError.forbidden(at, may + "AppArmor annotations"));
        }
        if (key.equals(PodAnnotationChecks.MIRROR)) {
            errors.add(FieldError.forbidden(at, may + "mirror pod annotation"));
        }
    }

    private static boolean containers(
            FieldPath path, List<Container> now, List<Container> before, List<FieldError> errors) {
        if (now.size() != before.size()) {
            errors.add(FieldError.forbidden(path, "pod updates may not add or remove containers"));
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).image() == null) {
                errors.add(FieldError.required(path.index(i).child("image"), ""));
            }
            PodOnlyChecks.image(path.index(i), now.get(i).image(), errors);
        }
        return true;
    }

    private static boolean deadline(@Nullable Long now, @Nullable Long before, List<FieldError> errors) {
        var path = SPEC.child("activeDeadlineSeconds");
        if (now == null) {
            if (before != null) {
                errors.add(FieldError.invalid(path, "null", "must not update from a positive integer to nil value"));
            }
            return true;
        }
        if (now < 0 || now > Integer.MAX_VALUE) {
            errors.add(FieldError.invalid(path, now, "must be between 0 and 2147483647, inclusive"));
            return false;
        }
        if (before != null && before < now) {
            errors.add(FieldError.invalid(path, now, "must be less than or equal to previous value"));
            return false;
        }
        return true;
    }

    private static void tolerations(List<Toleration> now, List<Toleration> before, List<FieldError> errors) {
        var path = SPEC.child("tolerations");
        for (var old : before) {
            boolean kept = false;
            for (var toleration : now) {
                kept |= toleration.equals(old.withTolerationSeconds(toleration.tolerationSeconds()));
            }
            if (!kept) {
                errors.add(FieldError.forbidden(
                        path, "existing toleration can not be modified except its tolerationSeconds"));
                return;
            }
        }
        TaintRules.tolerations(path, now, errors);
    }

    private static void gates(List<SchedulingGate> now, List<SchedulingGate> before, List<FieldError> errors) {
        for (int i = 0; i < now.size(); i++) {
            if (!before.contains(now.get(i)) && now.lastIndexOf(now.get(i)) == i) {
                errors.add(FieldError.forbidden(
                        SPEC.child("schedulingGates").index(i).child("name"),
                        "only deletion is allowed, but found new scheduling gate '"
                                + now.get(i).name() + "'"));
            }
        }
    }

    private static void rest(PodSpec now, PodSpec before, List<FieldError> errors) {
        var munged = now.withContainers(withImagesOf(now.containers(), before.containers()))
                .withInitContainers(withImagesOf(now.initContainers(), before.initContainers()))
                .withActiveDeadlineSeconds(before.activeDeadlineSeconds())
                .withSchedulingGates(before.schedulingGates())
                .withTolerations(before.tolerations());
        var grace = before.terminationGracePeriodSeconds();
        if (grace != null && grace < 0 && Objects.equals(munged.terminationGracePeriodSeconds(), 1L)) {
            munged = munged.withTerminationGracePeriodSeconds(grace);
        }
        if (!before.schedulingGates().isEmpty()) {
            munged = gated(munged, before, errors);
        }
        if (!munged.equals(before)) {
            errors.add(FieldError.forbidden(SPEC, IMMUTABLE + FieldDiff.text(before, munged)));
        }
    }

    private static List<Container> withImagesOf(List<Container> containers, List<Container> before) {
        var result = new ArrayList<Container>(containers.size());
        for (int i = 0; i < containers.size(); i++) {
            result.add(containers.get(i).withImage(before.get(i).image()));
        }
        return result;
    }

    /** Where a gated pod may run can be narrowed: what has been checked here is put back to what it was. */
    private static PodSpec gated(PodSpec now, PodSpec before, List<FieldError> errors) {
        var munged = now;
        if (!now.nodeSelector().equals(before.nodeSelector())) {
            nodeSelector(now.nodeSelector(), before.nodeSelector(), errors);
            munged = munged.withNodeSelector(before.nodeSelector());
        }
        return GatedAffinity.put(SPEC.child("affinity"), munged, before, errors);
    }

    private static void nodeSelector(Map<String, String> now, Map<String, String> before, List<FieldError> errors) {
        for (var label : before.entrySet()) {
            if (!label.getValue().equals(now.get(label.getKey()))) {
                errors.add(FieldError.invalid(
                        SPEC.child("nodeSelector"),
                        ShownValue.of(now),
                        "only additions to spec.nodeSelector are allowed (no mutations or deletions)"));
                return;
            }
        }
    }
}
