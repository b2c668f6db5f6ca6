package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node, the pods on it, and their sums. Immutable. Upstream: {@code NodeInfo} of {@code framework/types.go}.
 *
 * <p>The sums are carried along, so adding or removing a pod costs a copy of the references to the node's pods and
 * reading a sum costs nothing. Pods are sorted by namespace and name: in which order they came leaves no trace.
 */
public final class NodeInfo {
    private final Node node;
    private final String name;
    private final Resources allocatable;
    private final Map<String, Long> imageSizes;
    private final Map<String, String> labels;
    private final SortedPods pods;
    private final Resources requested;
    private final long nonZeroMilliCpu;
    private final long nonZeroMemory;
    private final HostPorts usedPorts;

    private NodeInfo(
            Node node,
            String name,
            Resources allocatable,
            Map<String, Long> imageSizes,
            Map<String, String> labels,
            SortedPods pods,
            Resources requested,
            long nonZeroMilliCpu,
            long nonZeroMemory,
            HostPorts usedPorts) {
        this.node = node;
        this.name = name;
        this.allocatable = allocatable;
        this.imageSizes = imageSizes;
        this.labels = labels;
        this.pods = pods;
        this.requested = requested;
        this.nonZeroMilliCpu = nonZeroMilliCpu;
        this.nonZeroMemory = nonZeroMemory;
        this.usedPorts = usedPorts;
    }

    /** A node without pods. */
    public static NodeInfo of(Node node) {
        return new NodeInfo(
                node,
                nameOf(node),
                Resources.of(node.status().allocatable()),
                imageSizes(node),
                new HashMap<>(node.metadata().labels()),
                SortedPods.NONE,
                Resources.NONE,
                0,
                0,
                HostPorts.NONE);
    }

    static String nameOf(Node node) {
        var name = node.metadata().name();
        if (name == null) {
            throw new IllegalArgumentException("metadata.name: Required value");
        }
        return name;
    }

    private static Map<String, Long> imageSizes(Node node) {
        if (node.status().images().isEmpty()) {
            return Map.of();
        }
        var sizes = new HashMap<String, Long>();
        for (var image : node.status().images()) {
            for (var imageName : image.names()) {
                sizes.put(imageName, image.sizeBytes());
            }
        }
        return sizes;
    }

    public Node node() {
        return node;
    }

    public String name() {
        return name;
    }

    /** The node's labels, sorted by key. */
    public Map<String, String> labels() {
        return node.metadata().labels();
    }

    /** The value of a label, or null; faster than asking {@link #labels}. */
    public @Nullable String label(String key) {
        return labels.get(key);
    }

    /** What the node offers to pods: {@code status.allocatable}. */
    public Resources allocatable() {
        return allocatable;
    }

    /** What the pods on the node request, terminating ones included. */
    public Resources requested() {
        return requested;
    }

    /**
     * What they request in thousandths of a core if containers without a cpu request are counted as 100m, so that pods
     * that request nothing still spread.
     */
    public long nonZeroMilliCpu() {
        return nonZeroMilliCpu;
    }

    /** What they request in bytes if containers without a memory request are counted as 200 MiB. */
    public long nonZeroMemory() {
        return nonZeroMemory;
    }

    public HostPorts usedPorts() {
        return usedPorts;
    }

    /** Size in bytes of an image that is on the node, or null. */
    public @Nullable Long imageSize(String image) {
        return imageSizes.get(image);
    }

    Collection<String> images() {
        return imageSizes.keySet();
    }

    /** The pods on the node, by namespace and name. */
    public Collection<PodInfo> pods() {
        return pods.asList();
    }

    public int podCount() {
        return pods.size();
    }

    /** The pod with this {@link PodInfo#key}, or null. */
    public @Nullable PodInfo pod(String key) {
        return pods.get(key);
    }

    /** The node with this pod on it too, in place of one of the same namespace and name. */
    public NodeInfo with(PodInfo pod) {
        var more = pods.plus(pod);
        return more.size() > pods.size() ? added(pod, more) : without(pod.key()).added(pod, more);
    }

    private NodeInfo added(PodInfo pod, SortedPods more) {
        return new NodeInfo(
                node,
                name,
                allocatable,
                imageSizes,
                labels,
                more,
                requested.plus(pod.requests()),
                nonZeroMilliCpu + pod.nonZeroMilliCpu(),
                nonZeroMemory + pod.nonZeroMemory(),
                usedPorts.with(pod.hostPorts()));
    }

    /** The node without this pod; itself if the pod is not on it. */
    public NodeInfo without(String key) {
        var pod = pods.get(key);
        return pod == null ? this : without(pod, usedPorts.without(pod.hostPorts()));
    }

    /**
     * As {@link #without}, but the pod's host ports are free even if others on the node have them too, which should not
     * be. Upstream keeps the ports of a node as a set, and preemption decides by that.
     */
    public NodeInfo evicted(String key) {
        var pod = pods.get(key);
        return pod == null ? this : without(pod, usedPorts.freed(pod.hostPorts()));
    }

    private NodeInfo without(PodInfo pod, HostPorts ports) {
        return new NodeInfo(
                node,
                name,
                allocatable,
                imageSizes,
                labels,
                pods.minus(pod.key()),
                requested.minus(pod.requests()),
                nonZeroMilliCpu - pod.nonZeroMilliCpu(),
                nonZeroMemory - pod.nonZeroMemory(),
                ports);
    }

    /** The same pods on the node as it is now. */
    public NodeInfo withNode(Node changed) {
        return new NodeInfo(
                changed,
                name,
                Resources.of(changed.status().allocatable()),
                imageSizes(changed),
                new HashMap<>(changed.metadata().labels()),
                pods,
                requested,
                nonZeroMilliCpu,
                nonZeroMemory,
                usedPorts);
    }

    @Override
    public String toString() {
        return name + " with " + pods.size() + " pods";
    }
}
