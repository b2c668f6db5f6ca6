package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container runtime setup that pods can ask for by name.
 *
 * @param metadata the usual object metadata
 * @param handler Name of the setup in the container runtime, a DNS label; cannot change.
 * @param overhead Extra resources each pod of the class costs; null means none.
 * @param scheduling Nodes that offer the class; null means all do.
 */
@Kind(
        group = "node.k8s.io",
        version = "v1",
        plural = "runtimeclasses",
        scope = Scope.CLUSTER,
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Handler"), @Column(name = "Age")})
@RecordBuilder
public record RuntimeClass(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Immutable @Pb(2) String handler,
        @Pb(3) @Nullable Overhead overhead,
        @Pb(4) @Nullable Scheduling scheduling)
        implements KubernetesObject, RuntimeClassBuilder.With {
    public RuntimeClass {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        handler = Absent.text(handler);
    }

    @Override
    public RuntimeClass withMetadata(ObjectMeta metadata) {
        return RuntimeClassBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Resources a pod costs beyond its containers.
     *
     * @param podFixed Fixed amount for each pod, by resource name.
     */
    @RecordBuilder
    public record Overhead(@Pb(1) Map<String, Quantity> podFixed) implements RuntimeClassOverheadBuilder.With {
        public Overhead {
            podFixed = Absent.map(podFixed);
        }
    }

    /**
     * Limits pods of a RuntimeClass to nodes that offer it.
     *
     * @param nodeSelector Labels a node must have, added to those of the pod; a clash rejects the pod.
     * @param tolerations Tolerations added to those of the pod.
     */
    @RecordBuilder
    public record Scheduling(
            @Atomic @Pb(1) Map<String, String> nodeSelector, @Atomic @Pb(2) List<Toleration> tolerations)
            implements RuntimeClassSchedulingBuilder.With {
        public Scheduling {
            nodeSelector = Absent.map(nodeSelector);
            tolerations = Absent.list(tolerations);
        }
    }
}
