package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.RawObject;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Unchangeable snapshot of a workload's template; StatefulSets and DaemonSets roll back to it.
 *
 * @param metadata the usual object metadata
 * @param data The saved state, readable by the controller that wrote it; cannot change.
 * @param revision Sequence number of the snapshot; higher is newer.
 */
@Kind(
        group = "apps",
        version = "v1",
        plural = "controllerrevisions",
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Controller"),
            @Column(name = "Revision"),
            @Column(name = "Age")
        })
@RecordBuilder
public record ControllerRevision(
        @Written @Pb(1) ObjectMeta metadata,
        @Written @RawObject @Pb(2) @Nullable Object data,
        @Required @Pb(3) long revision)
        implements KubernetesObject, ControllerRevisionBuilder.With {
    public ControllerRevision {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
    }

    @Override
    public ControllerRevision withMetadata(ObjectMeta metadata) {
        return ControllerRevisionBuilder.With.super.withMetadata(metadata);
    }
}
