package io.kubelayers.nucleus.apiregistration;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Bytes;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
 * @param status TODO-DOC
 */
@Kind(
    group = "apiregistration.k8s.io",
    version = "v1",
    plural = "apiservices",
    scope = Scope.CLUSTER,
    categories = "api-extensions",
    subresources = {
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
    },
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "Service"),
        @Column(name = "Available"),
        @Column(name = "Age")
    })
@RecordBuilder
public record APIService(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec,
    @Written @Pb(3) Status status)
    implements KubernetesObject, APIServiceBuilder.With {
    public APIService {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public APIService withMetadata(ObjectMeta metadata) {
        return APIServiceBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param namespace TODO-DOC
     * @param name TODO-DOC
     * @param port TODO-DOC
     */
    @RecordBuilder
    public record ServiceReference(
        @Pb(1) @Nullable String namespace,
        @Pb(2) @Nullable String name,
        @Default("443") @Pb(3) @Nullable Integer port)
        implements APIServiceServiceReferenceBuilder.With {
        public ServiceReference {
            namespace = Absent.optional(namespace);
            name = Absent.optional(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param service TODO-DOC
     * @param group TODO-DOC
     * @param version TODO-DOC
     * @param insecureSkipTLSVerify TODO-DOC
     * @param caBundle TODO-DOC
     * @param groupPriorityMinimum TODO-DOC
     * @param versionPriority TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Pb(1) @Nullable ServiceReference service,
        @Pb(2) @Nullable String group,
        @Pb(3) @Nullable String version,
        @Pb(4) boolean insecureSkipTLSVerify,
        @Atomic @Pb(5) Bytes caBundle,
        @Required @Pb(7) int groupPriorityMinimum,
        @Required @Pb(8) int versionPriority)
        implements APIServiceSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null, false, null, 0, 0);

        public Spec {
            group = Absent.optional(group);
            version = Absent.optional(version);
            caBundle = Absent.or(caBundle, Bytes.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param status TODO-DOC
     * @param lastTransitionTime TODO-DOC
     * @param reason TODO-DOC
     * @param message TODO-DOC
     */
    @RecordBuilder
    public record Condition(
        @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
        @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
        @Pb(3) @Nullable Instant lastTransitionTime,
        @Pb(4) @Nullable String reason,
        @Pb(5) @Nullable String message)
        implements APIServiceConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param conditions TODO-DOC
     */
    @RecordBuilder
    public record Status(
        @ListMap("type") @MergeKey("type") @Pb(1) List<Condition> conditions)
        implements APIServiceStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(null);

        public Status {
            conditions = Absent.list(conditions);
        }

    }

    /** The values of {@code APIServiceConditionType} known upstream; others may occur. */
    public static final class ConditionType {
        public static final String AVAILABLE = "Available";

        private ConditionType() {}
    }

    /** The values of {@code ConditionStatus} known upstream; others may occur. */
    public static final class ConditionStatus {
        public static final String TRUE = "True";
        public static final String FALSE = "False";
        public static final String UNKNOWN = "Unknown";

        private ConditionStatus() {}
    }
}
