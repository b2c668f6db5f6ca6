package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The health of a control plane component as checked by the API server. Deprecated since 1.19 and unreliable.
 *
 * @param metadata the usual object metadata
 * @param conditions Observed health conditions, keyed by type.
 */
@Kind(
        version = "v1",
        plural = "componentstatuses",
        scope = Scope.CLUSTER,
        shortNames = "cs",
        verbs = {"get", "list"},
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Status"),
            @Column(name = "Message"),
            @Column(name = "Error")
        })
@RecordBuilder
public record ComponentStatus(
        @Written @Pb(1) ObjectMeta metadata,
        @ListMap("type") @MergeKey("type") @Pb(2) List<ComponentCondition> conditions)
        implements KubernetesObject, ComponentStatusBuilder.With {
    public ComponentStatus {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        conditions = Absent.list(conditions);
    }

    @Override
    public ComponentStatus withMetadata(ObjectMeta metadata) {
        return ComponentStatusBuilder.With.super.withMetadata(metadata);
    }

    /**
     * One health condition of a control plane component.
     *
     * @param type What is reported; Healthy is the known value.
     * @param status True, False or Unknown.
     * @param message Readable detail, such as the health check's answer.
     * @param error Error met while checking; empty means none.
     */
    @RecordBuilder
    public record ComponentCondition(
            @Required @EnumValues(value = ComponentConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Pb(3) @Nullable String message,
            @Pb(4) @Nullable String error)
            implements ComponentStatusComponentConditionBuilder.With {
        public ComponentCondition {
            type = Absent.text(type);
            status = Absent.text(status);
            message = Absent.optional(message);
            error = Absent.optional(error);
        }
    }

    /** The values of {@code ComponentConditionType} known upstream; others may occur. */
    public static final class ComponentConditionType {
        public static final String HEALTHY = "Healthy";

        private ComponentConditionType() {}
    }
}
