package io.kubelayers.nucleus.apiregistration;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
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
import io.kubelayers.nucleus.value.Bytes;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Registers the server of one API group version; its name is version, dot, group.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted routing.
 * @param status State last observed by the server.
 */
@Kind(
        group = "apiregistration.k8s.io",
        version = "v1",
        plural = "apiservices",
        scope = Scope.CLUSTER,
        categories = "api-extensions",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Service"),
            @Column(name = "Available"),
            @Column(name = "Age")
        })
@RecordBuilder
public record APIService(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
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
     * Names the Service an extension API server runs behind.
     *
     * @param namespace Namespace of the Service.
     * @param name Name of the Service.
     * @param port Port of the Service, 1-65535; null is read as 443.
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
     * Desired routing of one API group version to a server.
     *
     * @param service Service to send requests to; null if the main server handles them.
     * @param group API group served.
     * @param version API version served.
     * @param insecureSkipTLSVerify True skips checking the certificate of the server; excludes caBundle.
     * @param caBundle PEM certificates to trust, sent as base64; empty trusts those of the server's system.
     * @param groupPriorityMinimum Rank of the group among groups, 1 to 20000; higher comes first, the largest of
     *     its versions counts.
     * @param versionPriority Rank of the version in its group, 1 to 1000; higher comes first.
     */
    @TypeName("APIServiceSpec")
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
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, false, null, 0, 0);

        public Spec {
            group = Absent.optional(group);
            version = Absent.optional(version);
            caBundle = Absent.or(caBundle, Bytes.EMPTY);
        }
    }

    /**
     * One observed aspect of an APIService.
     *
     * @param type Name of the aspect; Available tells whether the server answers.
     * @param status Whether it holds: True, False or Unknown.
     * @param lastTransitionTime When status last changed.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     */
    @TypeName("APIServiceCondition")
    @RecordBuilder
    public record Condition(
            @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(3) @Nullable Instant lastTransitionTime,
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
     * Observed state of an APIService.
     *
     * @param conditions Latest conditions, one a type.
     */
    @TypeName("APIServiceStatus")
    @RecordBuilder
    public record Status(@ListMap("type") @MergeKey("type") @Pb(1) List<Condition> conditions)
            implements APIServiceStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null);

        public Status {
            conditions = Absent.list(conditions);
        }
    }

    /** The values of {@code APIServiceConditionType} known upstream; others may occur. */
    @TypeName("APIServiceConditionType")
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
