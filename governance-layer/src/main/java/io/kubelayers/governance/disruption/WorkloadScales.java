package io.kubelayers.governance.disruption;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.governance.disruption.ControllerScale.Known;
import io.kubelayers.governance.disruption.ControllerScale.None;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.value.Absent;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the scale of the built-in workloads (upstream {@code finders} in {@code controller/disruption/disruption.go}): a pod
 * of a ReplicaSet that a Deployment controls counts under the Deployment. Everything else, and whatever is not found, is
 * asked of {@code others}, which reads scale subresources.
 *
 * @param workloads where to find built-in workloads by name
 * @param others the scales of all other kinds
 */
public record WorkloadScales(Workloads workloads, ScaleLookup others) implements ScaleLookup {
    private static final Set<String> APPS = Set.of("apps", "extensions");

    /** Built-in workloads by name; null where there is none. */
    public interface Workloads {
        @Nullable
        ReplicationController replicationController(String namespace, String name);

        @Nullable
        ReplicaSet replicaSet(String namespace, String name);

        @Nullable
        Deployment deployment(String namespace, String name);

        @Nullable
        StatefulSet statefulSet(String namespace, String name);
    }

    @Override
    public ControllerScale scaleOf(OwnerReference controller, String namespace) {
        if (controller.apiVersion().chars().filter(c -> c == '/').count() > 1) {
            return new ControllerScale.Failed("unexpected GroupVersion string: " + controller.apiVersion());
        }
        var known = builtIn(controller, namespace);
        return known == null ? others.scaleOf(controller, namespace) : known;
    }

    private @Nullable Known builtIn(OwnerReference controller, String namespace) {
        var group = group(controller);
        return switch (controller.kind()) {
            case "ReplicationController" -> group.isEmpty() ? replicationController(controller, namespace) : null;
            case "ReplicaSet" -> APPS.contains(group) ? replicaSet(controller, namespace) : null;
            case "StatefulSet" -> group.equals("apps") ? statefulSet(controller, namespace) : null;
            default -> null;
        };
    }

    private static String group(OwnerReference reference) {
        int slash = reference.apiVersion().indexOf('/');
        return slash < 0 ? "" : reference.apiVersion().substring(0, slash);
    }

    private @Nullable Known replicationController(OwnerReference controller, String namespace) {
        var found = workloads.replicationController(namespace, controller.name());
        return is(found, controller) ? known(found, found.spec().replicas()) : null;
    }

    private @Nullable Known statefulSet(OwnerReference controller, String namespace) {
        var found = workloads.statefulSet(namespace, controller.name());
        return is(found, controller) ? known(found, found.spec().replicas()) : null;
    }

    private @Nullable Known replicaSet(OwnerReference controller, String namespace) {
        var found = workloads.replicaSet(namespace, controller.name());
        if (!is(found, controller)) {
            return null;
        }
        var owner = found.metadata().controllerOwner().orElse(null);
        if (owner == null || !owner.kind().equals("Deployment")) {
            return known(found, found.spec().replicas());
        }
        if (!APPS.contains(group(owner))) {
            return null;
        }
        var deployment = workloads.deployment(namespace, owner.name());
        return is(deployment, owner) ? known(deployment, deployment.spec().replicas()) : null;
    }

    private static boolean is(@Nullable KubernetesObject found, OwnerReference reference) {
        return found != null && Objects.equals(found.metadata().uid(), reference.uid());
    }

    private static Known known(KubernetesObject workload, @Nullable Integer replicas) {
        return new Known(Absent.text(workload.metadata().uid()), replicas == null ? 1 : replicas);
    }

    /** A lookup that knows nothing. */
    public static ScaleLookup nothingElse() {
        return (controller, namespace) -> new None();
    }
}
