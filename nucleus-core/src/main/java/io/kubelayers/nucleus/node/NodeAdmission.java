package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.affinity.RequiredNodeAffinity;
import io.kubelayers.nucleus.affinity.TaintToleration;
import io.kubelayers.nucleus.affinity.Taints;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.resources.ResourceList;
import io.kubelayers.nucleus.value.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last word on where a pod runs: whoever bound it, the node itself refuses what it can't hold (kubelet {@code
 * lifecycle/predicate.go}). A refused pod fails; whatever made it may make another.
 */
public final class NodeAdmission {
    private NodeAdmission() {}

    /**
     * Whether a node takes a pod.
     *
     * @param others the pods it has taken that have not ended
     */
    public static NodeAdmissionDecision decide(Pod pod, Node node, List<Pod> others) {
        var use = NodeUse.NONE;
        for (var other : others) {
            use = use.plus(PodResources.requests(other), NodeUse.portsOf(other));
        }
        return decide(pod, node, use);
    }

    static NodeAdmissionDecision decide(Pod pod, Node node, NodeUse use) {
        var allocatable = node.status().allocatable();
        var subject = "node/" + node.metadata().nameOrEmpty();
        if (allocatable.containsKey(ResourceName.PODS)) {
            long most = allocatable.get(ResourceName.PODS).value();
            if (use.pods() + 1 > most) {
                return insufficient(subject, ResourceName.PODS, 1, use.pods(), most);
            }
        }
        for (var request : inUpstreamsOrder(PodResources.requests(pod)).entrySet()) {
            var name = request.getKey();
            if (request.getValue().sign() <= 0 || isUnknownDevice(name, allocatable)) {
                continue;
            }
            long requested = amount(name, request.getValue());
            long used = amount(name, ResourceList.get(use.requests(), name));
            long capacity = amount(name, ResourceList.get(allocatable, name));
            if (requested > capacity - used) {
                return insufficient(subject, name, requested, used, capacity);
            }
        }
        if (!RequiredNodeAffinity.of(pod).matches(node)) {
            return predicate(subject, "NodeAffinity", "node(s) didn't match Pod's node affinity/selector");
        }
        if (use.collides(NodeUse.portsOf(pod))) {
            return predicate(subject, "NodePorts", "node(s) didn't have free ports for the requested pod ports");
        }
        if (TaintToleration.standard()
                .firstUntolerated(node.spec().taints(), pod.spec().tolerations(), Taints::evictsPods)
                .isPresent()) {
            return predicate(subject, "TaintToleration", "node(s) had taints that the pod didn't tolerate");
        }
        return new NodeAdmissionDecision(
                true, "", "", Finding.pass("NodeAdmission", subject, "the node takes the pod"));
    }

    private static Map<String, Quantity> inUpstreamsOrder(Map<String, Quantity> requests) {
        var ordered = new LinkedHashMap<String, Quantity>();
        for (var name : new String[] {ResourceName.CPU, ResourceName.MEMORY, ResourceName.EPHEMERAL_STORAGE}) {
            if (requests.containsKey(name)) {
                ordered.put(name, requests.get(name));
            }
        }
        requests.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** Upstream leaves resources to their device plugin that the node has never heard of. */
    private static boolean isUnknownDevice(String name, Map<String, Quantity> allocatable) {
        return name.contains("/") && !allocatable.containsKey(name);
    }

    private static long amount(String name, Quantity quantity) {
        return name.equals(ResourceName.CPU) ? quantity.milliValue() : quantity.value();
    }

    private static NodeAdmissionDecision insufficient(
            String subject, String name, long requested, long used, long capacity) {
        var message = "Node didn't have enough resource: " + name + ", requested: " + requested + ", used: " + used
                + ", capacity: " + capacity;
        var finding = Finding.fail("NodeAdmission", subject, message)
                .input("resource", name)
                .input("requested", requested)
                .input("used", used)
                .input("capacity", capacity);
        return new NodeAdmissionDecision(false, "OutOf" + name, message, finding);
    }

    private static NodeAdmissionDecision predicate(String subject, String name, String why) {
        var message = "Predicate " + name + " failed: " + why;
        return new NodeAdmissionDecision(false, name, message, Finding.fail("NodeAdmission", subject, message));
    }
}
