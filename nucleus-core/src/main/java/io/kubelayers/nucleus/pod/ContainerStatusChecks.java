package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec.OSName;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with what a node reports of containers: the user they run as, the health of their devices. */
final class ContainerStatusChecks {
    private static final List<String> HEALTH = List.of("Healthy", "Unhealthy", "Unknown");

    private ContainerStatusChecks() {}

    static void check(FieldPath path, Pod pod, List<FieldError> errors) {
        var status = pod.status();
        var system = pod.spec().os() == null ? OSName.LINUX : pod.spec().os().name();
        users(path.child("containerStatuses"), status.containerStatuses(), system, errors);
        users(path.child("initContainerStatuses"), status.initContainerStatuses(), system, errors);
        users(path.child("ephemeralContainerStatuses"), status.ephemeralContainerStatuses(), system, errors);
        resources(
                path.child("containerStatuses"),
                status.containerStatuses(),
                pod.spec().containers(),
                errors);
        resources(
                path.child("initContainerStatuses"),
                status.initContainerStatuses(),
                pod.spec().initContainers(),
                errors);
        for (int i = 0; i < status.ephemeralContainerStatuses().size(); i++) {
            if (!status.ephemeralContainerStatuses()
                    .get(i)
                    .allocatedResourcesStatus()
                    .isEmpty()) {
                errors.add(FieldError.forbidden(
                        path.child("ephemeralContainerStatuses").index(i).child("allocatedResourcesStatus"),
                        "must not be specified in container status"));
            }
        }
    }

    private static void users(FieldPath path, List<ContainerStatus> statuses, String system, List<FieldError> errors) {
        for (int i = 0; i < statuses.size(); i++) {
            var anybody = statuses.get(i).user();
            var user = anybody == null ? null : anybody.linux();
            if (user == null) {
                continue;
            }
            var at = path.index(i).child("user", "linux");
            if (system.equals(OSName.WINDOWS)) {
                errors.add(FieldError.forbidden(at, "cannot be set for a windows pod"));
            } else if (system.equals(OSName.LINUX)) {
                ContainerSecurityChecks.id(at.child("uid"), user.uid(), errors);
                ContainerSecurityChecks.id(at.child("gid"), user.gid(), errors);
                for (int j = 0; j < user.supplementalGroups().size(); j++) {
                    ContainerSecurityChecks.id(
                            at.child("supplementalGroups").index(j),
                            user.supplementalGroups().get(j),
                            errors);
                }
            }
        }
    }

    private static void resources(
            FieldPath path, List<ContainerStatus> statuses, List<Container> containers, List<FieldError> errors) {
        for (int i = 0; i < statuses.size(); i++) {
            var status = statuses.get(i);
            var container = named(containers, status.name());
            for (int j = 0; j < status.allocatedResourcesStatus().size(); j++) {
                var resource = status.allocatedResourcesStatus().get(j);
                var at = path.index(i).child("allocatedResourcesStatus").index(j);
                if (container != null) {
                    known(at.child("name"), resource.name(), container, errors);
                }
                health(at.child("resources"), resource, errors);
            }
        }
    }

    private static @Nullable Container named(List<Container> containers, String name) {
        for (var container : containers) {
            if (container.name().equals(name)) {
                return container;
            }
        }
        return null;
    }

    private static void known(FieldPath path, String name, Container container, List<FieldError> errors) {
        if (!name.startsWith("claim:")) {
            if (!container.resources().requests().containsKey(name)) {
                errors.add(FieldError.invalid(path, name, "must match one of the container's resource requests"));
            }
            return;
        }
        for (var claim : container.resources().claims()) {
            var whole = "claim:" + claim.name() + (claim.request() == null ? "" : "/" + claim.request());
            if (whole.equals(name)) {
                return;
            }
        }
        errors.add(FieldError.invalid(
                path,
                name,
                "must match one of the container's resource claims in a format 'claim:<claimName>/<request>' or"
                        + " 'claim:<claimName>' if request is empty"));
    }

    private static void health(FieldPath path, ContainerStatus.ResourceStatus resource, List<FieldError> errors) {
        var seen = new HashSet<String>();
        for (int i = 0; i < resource.resources().size(); i++) {
            var device = resource.resources().get(i);
            var health = device.health() == null ? "" : device.health();
            PodSpecChecks.choiceIfSet(path.index(i).child("health"), health, HEALTH, errors);
            if (!seen.add(device.resourceID())) {
                errors.add(FieldError.duplicate(path.index(i).child("resourceID"), device.resourceID()));
            }
        }
    }
}
