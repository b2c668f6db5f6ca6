package io.kubelayers.governance;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.cluster.Layer;
import io.kubelayers.nucleus.cluster.LayerContext;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.ScaleRules;
import io.kubelayers.nucleus.server.SubresourceHandler;
import io.kubelayers.nucleus.server.VersionConverter;
import io.kubelayers.nucleus.server.VirtualResource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All kinds up to the governance layer, and those parts that a test is about. */
public final class LayerParts implements Layer {
    private final List<Function<LayerContext, SubresourceHandler>> subresources = new ArrayList<>();
    private final List<Function<LayerContext, VirtualResource>> virtualResources = new ArrayList<>();
    private final List<Controller> controllers = new ArrayList<>();
    private final List<KindRules<?>> rules = new ArrayList<>();
    private final List<VersionConverter<?, ?>> converters = new ArrayList<>();

    public LayerParts subresource(Function<LayerContext, SubresourceHandler> part) {
        subresources.add(part);
        return this;
    }

    public LayerParts virtualResource(Function<LayerContext, VirtualResource> part) {
        virtualResources.add(part);
        return this;
    }

    public LayerParts controller(Controller part) {
        controllers.add(part);
        return this;
    }

    public LayerParts rules(KindRules<?> part) {
        rules.add(part);
        return this;
    }

    public LayerParts converter(VersionConverter<?, ?> part) {
        converters.add(part);
        return this;
    }

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public List<Class<?>> kinds() {
        var kinds = new ArrayList<>(ApplicationKinds.ALL);
        kinds.addAll(GovernanceKinds.ALL);
        return kinds;
    }

    @Override
    public List<KindRules<?>> rules(LayerContext context) {
        return rules;
    }

    @Override
    public List<VersionConverter<?, ?>> converters() {
        return converters;
    }

    @Override
    public List<ScaleRules<?>> scales() {
        return List.of(new ReplicaSetScale());
    }

    @Override
    public List<SubresourceHandler> subresources(LayerContext context) {
        return subresources.stream().map(part -> part.apply(context)).toList();
    }

    @Override
    public List<VirtualResource> virtualResources(LayerContext context) {
        return virtualResources.stream().map(part -> part.apply(context)).toList();
    }

    @Override
    public List<Controller> controllers() {
        return controllers;
    }

    private static final class ReplicaSetScale implements ScaleRules<ReplicaSet> {
        @Override
        public Class<ReplicaSet> type() {
            return ReplicaSet.class;
        }

        @Override
        public Scale read(ReplicaSet set) {
            var replicas = set.spec().replicas();
            return new Scale(
                    ObjectMeta.EMPTY,
                    new Scale.Spec(replicas == null ? 1 : replicas),
                    new Scale.Status(
                            set.status().replicas(),
                            Selector.of(set.spec().selector()).toString()));
        }

        @Override
        public ReplicaSet withReplicas(ReplicaSet set, int replicas) {
            return set.withSpec(set.spec().withReplicas(replicas));
        }
    }
}
