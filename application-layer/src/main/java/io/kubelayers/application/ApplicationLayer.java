package io.kubelayers.application;

import io.kubelayers.nucleus.cluster.Layer;
import io.kubelayers.nucleus.control.Controller;
import java.util.List;
import java.util.Set;

/**
 * Layer 2 as a part of a cluster: its kinds, and what acts on them.
 *
 * <pre>{@code
 * Cluster.builder().layers(ApplicationLayer.standard().without("deployment"))
 * }</pre>
 */
public final class ApplicationLayer implements Layer {
    private final Set<String> left;

    private ApplicationLayer(Set<String> left) {
        this.left = left;
    }

    /** The layer with all its parts. */
    public static ApplicationLayer standard() {
        return new ApplicationLayer(Set.of());
    }

    /** The layer without the controllers of these names, such as {@code deployment}. */
    public ApplicationLayer without(String... controllers) {
        return new ApplicationLayer(Set.of(controllers));
    }

    @Override
    public String name() {
        return "application";
    }

    @Override
    public List<Class<?>> kinds() {
        return ApplicationKinds.ALL;
    }

    @Override
    public List<Controller> controllers() {
        var all = List.<Controller>of();
        return all.stream()
                .filter(controller -> !left.contains(controller.name()))
                .toList();
    }
}
