package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Node;
import java.util.function.UnaryOperator;

/** Describes a node in a line, for tests: 4 cpus, 16 GiB, 110 pods unless said otherwise. */
public final class ANode {
    private ANode() {}

    public static Node named(String name) {
        return named(name, node -> node);
    }

    public static Node named(String name, UnaryOperator<NodeTemplate> description) {
        return description.apply(new NodeTemplate()).build(name);
    }

    /** A node that takes no new pods. */
    public static Node cordoned(String name) {
        var node = named(name);
        return node.withSpec(node.spec().withUnschedulable(true));
    }
}
