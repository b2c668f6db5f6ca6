package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeAffinity;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.selector.Selector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pod demands of its node, compiled: its {@code nodeSelector} and its required node affinity, both of which
 * must match. The keys and values of the {@code nodeSelector} are not checked; bad ones just don't match.
 */
public final class RequiredNodeAffinity {
    private final Selector labels;
    private final @Nullable NodeSelection nodes;

    private RequiredNodeAffinity(Selector labels, @Nullable NodeSelection nodes) {
        this.labels = labels;
        this.nodes = nodes;
    }

    /** The demands of a pod. */
    public static RequiredNodeAffinity of(Pod pod) {
        return of(pod.spec().nodeSelector(), required(pod.spec().affinity()));
    }

    private static @Nullable NodeSelector required(@Nullable Affinity affinity) {
        NodeAffinity nodeAffinity = affinity == null ? null : affinity.nodeAffinity();
        return nodeAffinity == null ? null : nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution();
    }

    /** The demands of a {@code nodeSelector}, which may be empty, and a required node affinity, null for none. */
    public static RequiredNodeAffinity of(Map<String, String> nodeSelector, @Nullable NodeSelector required) {
        return new RequiredNodeAffinity(
                Selector.ofLabels(nodeSelector), required == null ? null : NodeSelection.lenient(required));
    }

    /** Whether the node meets the demands. A term that is not valid matches nothing, see {@link #explain}. */
    public boolean matches(Node node) {
        return labels.matches(node.metadata().labels()) && (nodes == null || nodes.matches(node));
    }

    /** True if any node will do. */
    public boolean isAnyNode() {
        return labels.isEverything() && nodes == null;
    }

    /** Whether the node meets the demands, with the reasons. */
    public NodeAffinityMatch explain(Node node) {
        return new NodeAffinityMatch(this, node);
    }

    Selector labels() {
        return labels;
    }

    @Nullable
    NodeSelection nodes() {
        return nodes;
    }
}
