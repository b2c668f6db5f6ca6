package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeBuilder;
import io.kubelayers.nucleus.core.NodeSpecBuilder;
import io.kubelayers.nucleus.core.NodeStatusBuilder;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node to be: what a machine brings into a cluster. Mutable while it is described; {@link #build} gives the Node.
 *
 * <p>Allocatable equals capacity unless something is reserved.
 */
public final class NodeTemplate {
    /** The kubelet still says these under their old names too, and old manifests select by them. */
    private static final Map<String, String> LEGACY = Map.of(
            "beta.kubernetes.io/os", "kubernetes.io/os",
            "beta.kubernetes.io/arch", "kubernetes.io/arch");

    private final Map<String, Quantity> capacity = new TreeMap<>();
    private final Map<String, Quantity> reserved = new TreeMap<>();
    private final Map<String, String> labels = new TreeMap<>();
    private final List<Taint> taints = new ArrayList<>();

    /** 4 CPUs, 16 GiB, 100 GiB of ephemeral storage, 110 pods. */
    public NodeTemplate() {
        cpu("4").memory("16Gi").resource("ephemeral-storage", "100Gi").resource("pods", "110");
        label("kubernetes.io/os", "linux").label("kubernetes.io/arch", "amd64");
    }

    public NodeTemplate cpu(String quantity) {
        return resource("cpu", quantity);
    }

    public NodeTemplate memory(String quantity) {
        return resource("memory", quantity);
    }

    /** Most pods the node runs. */
    public NodeTemplate pods(int most) {
        return resource("pods", Integer.toString(most));
    }

    /** Any resource, such as {@code nvidia.com/gpu}. */
    public NodeTemplate resource(String name, String quantity) {
        capacity.put(name, Quantity.parse(quantity));
        return this;
    }

    /** Part of a resource that pods don't get. */
    public NodeTemplate reserve(String name, String quantity) {
        reserved.put(name, Quantity.parse(quantity));
        return this;
    }

    public NodeTemplate zone(String zone) {
        return label("topology.kubernetes.io/zone", zone);
    }

    public NodeTemplate label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    public NodeTemplate taint(String key, String value, String effect) {
        taints.add(new Taint(key, value, effect, null));
        return this;
    }

    /** The Node of that name. */
    public Node build(String name) {
        var allLabels = new TreeMap<>(labels);
        allLabels.put("kubernetes.io/hostname", name);
        LEGACY.forEach((old, today) -> {
            var value = labels.get(today);
            if (value != null) {
                allLabels.putIfAbsent(old, value);
            }
        });
        var allocatable = new TreeMap<>(capacity);
        reserved.forEach(
                (resource, amount) -> allocatable.computeIfPresent(resource, (key, whole) -> whole.sub(amount)));
        return NodeBuilder.builder()
                .metadata(
                        ObjectMetaBuilder.builder().name(name).labels(allLabels).build())
                .spec(NodeSpecBuilder.builder().taints(taints).build())
                .status(NodeStatusBuilder.builder()
                        .capacity(capacity)
                        .allocatable(allocatable)
                        .build())
                .build();
    }
}
