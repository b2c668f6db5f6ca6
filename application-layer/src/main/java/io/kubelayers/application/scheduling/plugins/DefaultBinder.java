package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ActingPlugin;
import io.kubelayers.application.scheduling.framework.BindPlugin;
import io.kubelayers.application.scheduling.framework.ClusterActions;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.BindingBuilder;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;

/**
 * Binds a pod by creating its {@code binding} subresource. Upstream: {@code plugins/defaultbinder/default_binder.go}.
 *
 * <p>Where the binding goes is the cluster it is equipped with, or in a test a list.
 */
public final class DefaultBinder implements BindPlugin, ActingPlugin {
    public static final String NAME = "DefaultBinder";

    /** Sends a binding to the API server. */
    @FunctionalInterface
    public interface Bindings {
        /** Creates the binding of the pod it names. Whatever it throws becomes the error of the cycle. */
        void create(Binding binding);
    }

    private final Bindings bindings;

    public DefaultBinder(Bindings bindings) {
        this.bindings = bindings;
    }

    /** One that binds in the cluster whose profile it is in. */
    public static DefaultBinder standard() {
        return new DefaultBinder(binding -> {
            throw new IllegalStateException("there is no cluster to bind pods in");
        });
    }

    @Override
    public DefaultBinder equippedWith(ClusterActions actions) {
        return new DefaultBinder(actions::bind);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Status bind(CycleState state, PodInfo pod, String node) {
        var metadata = pod.pod().metadata();
        var binding = BindingBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace(metadata.namespace())
                        .name(metadata.name())
                        .uid(metadata.uid())
                        .build())
                .target(ObjectReferenceBuilder.builder().kind("Node").name(node).build())
                .build();
        try {
            bindings.create(binding);
        } catch (RuntimeException e) {
            return Status.error(String.valueOf(e.getMessage()));
        }
        return Status.success();
    }
}
