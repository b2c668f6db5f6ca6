package io.kubelayers.application.workloads.replicaset;

import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.nucleus.meta.LabelSelector;
import java.util.List;

/**
 * Shows a ReplicationController as the ReplicaSet it amounts to, so that one code decides for both.
 *
 * <p>Upstream source: {@code pkg/controller/replication/conversion.go}.
 */
public final class ReplicationControllerView {
    private ReplicationControllerView() {}

    /** The set that manages the same pods. */
    public static ReplicaSet of(ReplicationController controller) {
        var spec = controller.spec();
        var template = spec.template() == null ? PodTemplateSpec.EMPTY : spec.template();
        return new ReplicaSet(
                controller.metadata(),
                new ReplicaSet.Spec(
                        spec.replicas(),
                        spec.minReadySeconds(),
                        new LabelSelector(spec.selector(), List.of()),
                        template),
                status(controller.status()));
    }

    private static ReplicaSet.Status status(ReplicationController.Status status) {
        var conditions = status.conditions().stream()
                .map(c ->
                        new ReplicaSet.Condition(c.type(), c.status(), c.lastTransitionTime(), c.reason(), c.message()))
                .toList();
        return new ReplicaSet.Status(
                status.replicas(),
                status.fullyLabeledReplicas(),
                status.readyReplicas(),
                status.availableReplicas(),
                null,
                status.observedGeneration(),
                conditions);
    }

    /** The status of the set, as a controller reports it: terminating pods are not part of it. */
    public static ReplicationController.Status status(ReplicaSet.Status status) {
        var conditions = status.conditions().stream()
                .map(c -> new ReplicationController.Condition(
                        c.type(), c.status(), c.lastTransitionTime(), c.reason(), c.message()))
                .toList();
        return new ReplicationController.Status(
                status.replicas(),
                status.fullyLabeledReplicas(),
                status.readyReplicas(),
                status.availableReplicas(),
                status.observedGeneration(),
                conditions);
    }
}
