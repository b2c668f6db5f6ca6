package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param handler TODO-DOC
 * @param overhead TODO-DOC
 * @param scheduling TODO-DOC
 */
@Kind(
    group = "node.k8s.io",
    version = "v1",
    plural = "runtimeclasses",
    scope = Scope.CLUSTER,
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "Handler"),
        @Column(name = "Age")
    })
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
     * TODO-DOC.
     *
     * @param podFixed TODO-DOC
     */
    @RecordBuilder
    public record Overhead(
        @Pb(1) Map<String, Quantity> podFixed)
        implements RuntimeClassOverheadBuilder.With {
        public Overhead {
            podFixed = Absent.map(podFixed);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param nodeSelector TODO-DOC
     * @param tolerations TODO-DOC
     */
    @RecordBuilder
    public record Scheduling(
        @Atomic @Pb(1) Map<String, String> nodeSelector,
        @Atomic @Pb(2) List<Toleration> tolerations)
        implements RuntimeClassSchedulingBuilder.With {
        public Scheduling {
            nodeSelector = Absent.map(nodeSelector);
            tolerations = Absent.list(tolerations);
        }

    }
}
