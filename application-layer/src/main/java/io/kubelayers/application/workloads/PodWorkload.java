package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.core.Pod;

/**
 * The workload that a pod is a replica of, as people name it.
 *
 * @param kind such as {@code Deployment}, which owns its pods by way of a ReplicaSet named after it and the hash of its
 *     template; {@code Pod} for a pod that nobody manages
 * @param namespace the pod's
 * @param name of the workload; that of the pod itself if nobody manages it
 */
public record PodWorkload(String kind, String namespace, String name) {
    /** Of this pod, by its owner reference and labels. */
    public static PodWorkload of(Pod pod) {
        var metadata = pod.metadata();
        var owner = metadata.controllerOwner();
        if (owner.isEmpty()) {
            return new PodWorkload("Pod", metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
        }
        var name = owner.get().name();
        var hash = "-" + metadata.labels().getOrDefault(PodTemplateHash.LABEL, "");
        boolean deployed = hash.length() > 1 && owner.get().kind().equals("ReplicaSet") && name.endsWith(hash);
        return deployed
                ? new PodWorkload(
                        "Deployment", metadata.namespaceOrEmpty(), name.substring(0, name.length() - hash.length()))
                : new PodWorkload(owner.get().kind(), metadata.namespaceOrEmpty(), name);
    }

    /** {@code namespace/name}. */
    public String key() {
        return namespace + "/" + name;
    }
}
