package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scope for object names that also bounds access rules and quotas.
 *
 * @param metadata the usual object metadata
 * @param spec Settings, mainly the finalizers.
 * @param status Lifecycle state; written by the server and the namespace controller.
 */
@Kind(
        version = "v1",
        plural = "namespaces",
        scope = Scope.CLUSTER,
        shortNames = "ns",
        verbs = {"create", "delete", "get", "list", "patch", "update", "watch"},
        fieldSelectors = "status.phase",
        subresources = {
            @Subresource(
                    name = "finalize",
                    verbs = {"update"}),
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Status"), @Column(name = "Age")})
@RecordBuilder
public record Namespace(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, NamespaceBuilder.With {
    public Namespace {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public Namespace withMetadata(ObjectMeta metadata) {
        return NamespaceBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The settings of a namespace.
     *
     * @param finalizers Names that must be cleared before the namespace can vanish; normally kubernetes.
     */
    @TypeName("NamespaceSpec")
    @RecordBuilder
    public record Spec(@Atomic @EnumValues(value = FinalizerName.class, closed = false) @Pb(1) List<String> finalizers)
            implements NamespaceSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null);

        public Spec {
            finalizers = Absent.list(finalizers);
        }
    }

    /**
     * The observed state of a namespace.
     *
     * @param phase Active, or Terminating while the namespace is being deleted.
     * @param conditions Problems and progress of deletion, keyed by type.
     */
    @TypeName("NamespaceStatus")
    @RecordBuilder
    public record Status(
            @EnumValues(Phase.class) @Pb(1) @Nullable String phase,
            @ListMap("type") @MergeKey("type") @Pb(2) List<Condition> conditions)
            implements NamespaceStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null);

        public Status {
            phase = Absent.optional(phase);
            conditions = Absent.list(conditions);
        }
    }

    /**
     * One condition of a namespace, about its deletion.
     *
     * @param type What is reported, such as NamespaceContentRemaining.
     * @param status True, False or Unknown.
     * @param lastTransitionTime Time at which the status last changed.
     * @param reason Short CamelCase cause of the latest change.
     * @param message Readable detail about the latest change.
     */
    @TypeName("NamespaceCondition")
    @RecordBuilder
    public record Condition(
            @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(4) @Nullable Instant lastTransitionTime,
            @Pb(5) @Nullable String reason,
            @Pb(6) @Nullable String message)
            implements NamespaceConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /** The values of {@code FinalizerName} known upstream; others may occur. */
    public static final class FinalizerName {
        public static final String KUBERNETES = "kubernetes";

        private FinalizerName() {}
    }

    /** The values of {@code NamespacePhase}. */
    @TypeName("NamespacePhase")
    public static final class Phase {
        public static final String ACTIVE = "Active";
        public static final String TERMINATING = "Terminating";

        private Phase() {}
    }

    /** The values of {@code NamespaceConditionType} known upstream; others may occur. */
    @TypeName("NamespaceConditionType")
    public static final class ConditionType {
        public static final String NAMESPACE_DELETION_DISCOVERY_FAILURE = "NamespaceDeletionDiscoveryFailure";
        public static final String NAMESPACE_DELETION_CONTENT_FAILURE = "NamespaceDeletionContentFailure";
        public static final String NAMESPACE_DELETION_GROUP_VERSION_PARSING_FAILURE =
                "NamespaceDeletionGroupVersionParsingFailure";
        public static final String NAMESPACE_CONTENT_REMAINING = "NamespaceContentRemaining";
        public static final String NAMESPACE_FINALIZERS_REMAINING = "NamespaceFinalizersRemaining";

        private ConditionType() {}
    }
}
