package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.ResourceName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pod and what the scheduler works out about it once. Immutable. Upstream: {@code PodInfo} of
 * {@code framework/types.go}.
 */
public final class PodInfo {
    private final Pod pod;
    private final String key;
    private final Requests requests;
    private final List<HostPort> hostPorts;
    private final PodShape shape;

    private PodInfo(Pod pod, String key, Requests requests, List<HostPort> hostPorts, PodShape shape) {
        this.pod = pod;
        this.key = key;
        this.requests = requests;
        this.hostPorts = hostPorts;
        this.shape = shape;
    }

    public static PodInfo of(Pod pod) {
        return new PodInfo(
                pod, keyOf(pod), Requests.of(pod), HostPort.of(pod.spec()), PodShape.of(pod, namespace(pod)));
    }

    /** {@code namespace/name}: what a pod is known by. */
    public static String keyOf(Pod pod) {
        var name = pod.metadata().name();
        if (name == null) {
            throw new IllegalArgumentException("metadata.name: Required value");
        }
        return namespace(pod) + '/' + name;
    }

    /** Whether a pod has run to its end and so holds nothing on its node. */
    public static boolean isFinished(Pod pod) {
        var phase = pod.status().phase();
        return Pod.Phase.SUCCEEDED.equals(phase) || Pod.Phase.FAILED.equals(phase);
    }

    private static String namespace(Pod pod) {
        var namespace = pod.metadata().namespace();
        return namespace == null ? "default" : namespace;
    }

    /** The same pod, bound to this node. */
    public PodInfo on(String node) {
        return new PodInfo(pod.withSpec(pod.spec().withNodeName(node)), key, requests, hostPorts, shape);
    }

    public Pod pod() {
        return pod;
    }

    public PodSpec spec() {
        return pod.spec();
    }

    /** {@code namespace/name}. */
    public String key() {
        return key;
    }

    /** The pod's namespace, {@code default} if it was never stored. */
    public String namespace() {
        return namespace(pod);
    }

    public Map<String, String> labels() {
        return pod.metadata().labels();
    }

    /** {@code spec.nodeName}. */
    public @Nullable String node() {
        return pod.spec().nodeName();
    }

    /** {@code spec.priority}, 0 if unset. */
    public int priority() {
        var priority = pod.spec().priority();
        return priority == null ? 0 : priority;
    }

    /** What the pod requests: containers, init containers, sidecars, overhead, pod level resources. */
    public Resources requests() {
        return requests.requested();
    }

    /** See {@link NodeInfo#nonZeroMilliCpu}. */
    public long nonZeroMilliCpu() {
        return requests.nonZeroMilliCpu();
    }

    /** See {@link NodeInfo#nonZeroMemory}. */
    public long nonZeroMemory() {
        return requests.nonZeroMemory();
    }

    /**
     * What the scores count of this resource while the pod is tried, in the scheduler's unit: as
     * {@link NodeInfo#nonZeroMilliCpu} for cpu and {@link NodeInfo#nonZeroMemory} for memory.
     */
    public long scoredRequest(String resource) {
        return switch (resource) {
            case ResourceName.CPU -> requests.scoredMilliCpu();
            case ResourceName.MEMORY -> requests.scoredMemory();
            default -> requests.requested().get(resource);
        };
    }

    /**
     * Whether the other pod asks the same of a node, as far as {@link NodeLocal} plugins look. Pods of one owner differ in the
     * rest: each has a token volume of a name of its own.
     */
    public boolean asksLike(PodInfo other) {
        var mine = pod.spec();
        var theirs = other.pod.spec();
        return requests.equals(other.requests)
                && hostPorts.equals(other.hostPorts)
                && mine.tolerations().equals(theirs.tolerations())
                && mine.nodeSelector().equals(theirs.nodeSelector())
                && Objects.equals(mine.affinity(), theirs.affinity())
                && Objects.equals(mine.nodeName(), theirs.nodeName());
    }

    /** What other pods see of it. */
    public PodShape shape() {
        return shape;
    }

    /** The ports it takes on its node. */
    public List<HostPort> hostPorts() {
        return hostPorts;
    }

    /** Whether it has run to its end and so holds nothing on its node. */
    public boolean isFinished() {
        return isFinished(pod);
    }

    /** Whether it is being deleted; it holds what it has until it is gone. */
    public boolean isTerminating() {
        return pod.metadata().deletionTimestamp() != null;
    }

    @Override
    public String toString() {
        return key;
    }
}
