package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeBuilder;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorRequirement;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;

/** Nodes and node selectors for tests, in short. */
final class Nodes {
    private Nodes() {}

    static Node node(String name, Map<String, String> labels) {
        return NodeBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name(name).labels(labels).build())
                .build();
    }

    static NodeSelector anyOf(NodeSelectorTerm... terms) {
        return new NodeSelector(List.of(terms));
    }

    static NodeSelectorTerm labels(NodeSelectorRequirement... requirements) {
        return new NodeSelectorTerm(List.of(requirements), List.of());
    }

    static NodeSelectorTerm fields(NodeSelectorRequirement... requirements) {
        return new NodeSelectorTerm(List.of(), List.of(requirements));
    }

    static NodeSelectorRequirement requirement(String key, String operator, String... values) {
        return new NodeSelectorRequirement(key, operator, List.of(values));
    }
}
