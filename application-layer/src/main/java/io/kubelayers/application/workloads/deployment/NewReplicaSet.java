package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.PodTemplateHash;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the ReplicaSet of a Deployment's present template.
 *
 * <p>Its name ends in the hash of the template, and the same hash is a label of the set, of its selector and of its
 * pods; so the sets of one Deployment never fight over pods. Upstream source: {@code getNewReplicaSet} in {@code
 * pkg/controller/deployment/sync.go}.
 */
public final class NewReplicaSet {
    private NewReplicaSet() {}

    /** The set as it is sent to the server, sized for its first step. */
    public static ReplicaSet of(Deployment deployment, List<ReplicaSet> old) {
        var metadata = deployment.metadata();
        var spec = deployment.spec();
        var template = spec.template();
        var hash = PodTemplateHash.of(template, deployment.status().collisionCount());
        var labels = labelled(template.metadata().labels(), hash);
        var selector = spec.selector() == null ? LabelSelector.EMPTY : spec.selector();
        var empty = new ReplicaSet(
                ObjectMetaBuilder.builder()
                        .name(metadata.name() + "-" + hash)
                        .namespace(metadata.namespace())
                        .labels(labels)
                        .ownerReferences(List.of(ControllerRef.to("apps/v1", "Deployment", metadata)))
                        .build(),
                new ReplicaSet.Spec(
                        0,
                        spec.minReadySeconds(),
                        selector.withMatchLabels(labelled(selector.matchLabels(), hash)),
                        template.withMetadata(template.metadata().withLabels(labels))),
                ReplicaSet.Status.EMPTY);
        int size = RolloutSize.ofNewSet(deployment, old, empty);
        var sized = empty.withSpec(empty.spec().withReplicas(size));
        var revised = RolloutAnnotations.revised(deployment, sized, RolloutAnnotations.maxRevision(old) + 1);
        int desired = RollingLimits.replicas(deployment);
        return RolloutAnnotations.sized(
                revised, desired, desired + RollingLimits.of(deployment).surge());
    }

    private static Map<String, String> labelled(Map<String, String> labels, String hash) {
        var copy = new TreeMap<>(labels);
        copy.put(PodTemplateHash.LABEL, hash);
        return copy;
    }
}
