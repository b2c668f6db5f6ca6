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
public record ControllerScales(Workloads workloads, ScaleLookup others) implements ScaleLookup {
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
        return found == null ? null : known(found, controller, found.spec().replicas());
    }

    private @Nullable Known statefulSet(OwnerReference controller, String namespace) {
        var found = workloads.statefulSet(namespace, controller.name());
        return found == null ? null : known(found, controller, found.spec().replicas());
    }

    private @Nullable Known replicaSet(OwnerReference controller, String namespace) {
        var found = workloads.replicaSet(namespace, controller.name());
        if (found == null || !controller.uid().equals(found.metadata().uid())) {
            return null;
        }
        var owner = found.metadata().controllerOwner();
        if (owner.isEmpty() || !owner.get().kind().equals("Deployment")) {
            return known(found, controller, found.spec().replicas());
        }
        return APPS.contains(group(owner.get())) ? deployment(owner.get(), namespace) : null;
    }

    private @Nullable Known deployment(OwnerReference controller, String namespace) {
        var found = workloads.deployment(namespace, controller.name());
        return found == null ? null : known(found, controller, found.spec().replicas());
    }

    /** The scale of a workload, if it is the one that is meant and not another of the same name. */
    private static @Nullable Known known(KubernetesObject workload, OwnerReference meant, @Nullable Integer replicas) {
        var uid = Absent.text(workload.metadata().uid());
        return uid.equals(meant.uid()) ? new Known(uid, replicas == null ? 1 : replicas) : null;
    }

    /** A lookup that knows nothing. */
    public static ScaleLookup nothingElse() {
        return (controller, namespace) -> new None();
    }
}
