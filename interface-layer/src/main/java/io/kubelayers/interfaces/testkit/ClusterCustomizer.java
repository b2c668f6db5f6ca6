package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.cluster.ClusterBuilder;

/**
 * Adds to the description of a test's cluster: special nodes, one's own plugins, controllers or faults.
 *
 * <pre>{@code
 * class WithGpuNode implements ClusterCustomizer {
 *     public void customize(ClusterBuilder cluster) {
 *         cluster.node("gpu-1", node -> node.resource("nvidia.com/gpu", "2").taint("gpu", "true", "NoSchedule"));
 *     }
 * }
 * }</pre>
 *
 * @see KubelayersTest#customizers
 */
@FunctionalInterface
public interface ClusterCustomizer {
    /** Changes the builder, which has its layers, clock, seed and nodes already. */
    void customize(ClusterBuilder cluster);
}
