package io.kubelayers.nucleus.pod;

import static io.kubelayers.nucleus.pod.PodChecks.SPEC;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.resources.QosClass;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a resize ({@code ValidatePodResize}): containers stay who they are, amounts may change but not go,
 * of cpu and memory alone, and the pod stays in its service class.
 */
final class ResizeChecks {
    private static final String OF_WHOLE_POD = "resize of pods with pod-level resources is forbidden when"
            + " InPlacePodLevelResourcesVerticalScalingEnabled feature gate is disabled";

    private ResizeChecks() {}

    static List<FieldError> check(Pod pod, Pod old) {
        var refused = refused(pod, old);
        if (refused != null) {
            return List.of(FieldError.forbidden(FieldPath.of(""), refused));
        }
        var errors = new ArrayList<FieldError>();
        PodChecks.always(pod, errors);
        if (!QosClass.of(old).equals(QosClass.compute(pod))) {
            errors.add(FieldError.invalid(
                    SPEC,
                    pod.status().qosClass() == null ? "" : pod.status().qosClass(),
                    "Pod QOS Class may not change as a result of resizing"));
        }
        if (!isSupported(old)) {
            errors.add(FieldError.forbidden(SPEC, "Pod running on node without support for resize"));
        }
        if (hasPodLevelResources(old) || hasPodLevelResources(pod)) {
            errors.add(FieldError.forbidden(FieldPath.of(""), OF_WHOLE_POD));
            return errors;
        }
        if (!sameContainers(pod, old, errors)) {
            return errors;
        }
        amounts(
                SPEC.child("initContainers"),
                pod.spec().initContainers(),
                old.spec().initContainers(),
                true,
                errors);
        amounts(SPEC.child("containers"), pod.spec().containers(), old.spec().containers(), false, errors);
        onlyComputing(pod, old, errors);
        return errors;
    }

    private static @Nullable String refused(Pod pod, Pod old) {
        if (old.metadata().annotations().containsKey(PodAnnotationChecks.MIRROR)) {
            return "static pods cannot be resized";
        }
        var os = old.spec().os();
        return os != null && PodSpec.OSName.WINDOWS.equals(os.name()) ? "windows pods cannot be resized" : null;
    }

    private static boolean hasPodLevelResources(Pod pod) {
        var resources = pod.spec().resources();
        return resources != null
                && !(resources.requests().isEmpty() && resources.limits().isEmpty());
    }

    /** A node that knows how to resize says what its running containers have got. */
    private static boolean isSupported(Pod pod) {
        for (var status : pod.status().containerStatuses()) {
            if (status.state().running() != null) {
                return status.resources() != null;
            }
        }
        return true;
    }

    private static boolean sameContainers(Pod pod, Pod old, List<FieldError> errors) {
        int before = errors.size();
        same("containers", pod.spec().containers(), old.spec().containers(), errors);
        same("initContainers", pod.spec().initContainers(), old.spec().initContainers(), errors);
        return errors.size() == before;
    }

    private static void same(String which, List<Container> now, List<Container> before, List<FieldError> errors) {
        var path = SPEC.child(which);
        if (now.size() != before.size()) {
            errors.add(FieldError.forbidden(path, which + " may not be added or removed on resize"));
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).name().equals(before.get(i).name())) {
                errors.add(FieldError.forbidden(
                        path.index(i).child("name"), which + " may not be renamed or reordered on resize"));
            }
        }
    }

    private static void amounts(
            FieldPath path, List<Container> now, List<Container> before, boolean sidecars, List<FieldError> errors) {
        for (int i = 0; i < now.size(); i++) {
            if (sidecars && !isSidecar(before.get(i))) {
                continue;
            }
            var at = path.index(i).child("resources");
            var resources = now.get(i).resources();
            var had = before.get(i).resources();
            if (!resources.requests().keySet().containsAll(had.requests().keySet())) {
                errors.add(FieldError.forbidden(at.child("requests"), "resource requests cannot be removed"));
            }
            if (!resources.limits().keySet().containsAll(had.limits().keySet())) {
                errors.add(FieldError.forbidden(at.child("limits"), "resource limits cannot be removed"));
            }
        }
    }

    /** Everything but cpu and memory is as it was. */
    private static void onlyComputing(Pod pod, Pod old, List<FieldError> errors) {
        var containers = pod.spec().containers();
        for (int i = 0; i < containers.size(); i++) {
            if (differs(containers.get(i), old.spec().containers().get(i))) {
                errors.add(FieldError.forbidden(SPEC, "only cpu and memory resources are mutable"));
            }
        }
        var initContainers = pod.spec().initContainers();
        for (int i = 0; i < initContainers.size(); i++) {
            var before = old.spec().initContainers().get(i);
            if (isSidecar(initContainers.get(i))) {
                if (differs(initContainers.get(i), before)) {
                    errors.add(FieldError.forbidden(
                            SPEC, "only cpu and memory resources for sidecar containers are mutable"));
                }
            } else if (!initContainers.get(i).equals(before)) {
                errors.add(FieldError.forbidden(SPEC, "resources for non-sidecar init containers are immutable"));
            }
        }
    }

    private static boolean isSidecar(Container container) {
        return ContainerRestartPolicy.ALWAYS.equals(container.restartPolicy());
    }

    private static boolean differs(Container now, Container before) {
        var limits = withComputing(now.resources().limits(), before.resources().limits());
        var requests =
                withComputing(now.resources().requests(), before.resources().requests());
        var had = before.resources();
        // upstream forgets the claims here, so that containers with devices keep the amounts they have
        var resources = new ResourceRequirements(limits, requests, List.of());
        return !resources.equals(had) || !now.withResources(had).equals(before);
    }

    /** The amounts with cpu and memory as they were. */
    private static Map<String, Quantity> withComputing(Map<String, Quantity> now, Map<String, Quantity> before) {
        var amounts = new TreeMap<>(now);
        for (var name : List.of(ResourceName.CPU, ResourceName.MEMORY)) {
            amounts.remove(name);
            if (before.containsKey(name)) {
                amounts.put(name, before.get(name));
            }
        }
        return amounts;
    }
}
