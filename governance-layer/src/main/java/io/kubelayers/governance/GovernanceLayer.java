package io.kubelayers.governance;

import io.kubelayers.nucleus.cluster.Layer;
import io.kubelayers.nucleus.control.Controller;
import java.util.List;
import java.util.Set;

/**
 * Layer 3 as a part of a cluster: its kinds, and what acts on them.
 *
 * <pre>{@code
 * Cluster.builder().layers(GovernanceLayer.standard().without("horizontal-pod-autoscaler"))
 * }</pre>
 */
public final class GovernanceLayer implements Layer {
    private final Set<String> left;

    private GovernanceLayer(Set<String> left) {
        this.left = left;
    }

    /** The layer with all its parts. */
    public static GovernanceLayer standard() {
        return new GovernanceLayer(Set.of());
    }

    /** The layer without the controllers of these names, such as {@code horizontal-pod-autoscaler}. */
    public GovernanceLayer without(String... controllers) {
        return new GovernanceLayer(Set.of(controllers));
    }

    @Override
    public String name() {
        return "governance";
    }

    @Override
    public List<Class<?>> kinds() {
        return GovernanceKinds.ALL;
    }

    @Override
    public List<Controller> controllers() {
        var all = List.<Controller>of();
        return all.stream()
                .filter(controller -> !left.contains(controller.name()))
                .toList();
    }
}
