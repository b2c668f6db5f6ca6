package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.Condition;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Address range from which Services get their cluster addresses.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted ranges.
 * @param status State last observed by the controller.
 */
@Kind(
        group = "networking.k8s.io",
        version = "v1",
        plural = "servicecidrs",
        scope = Scope.CLUSTER,
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {@Column(name = "Name", format = "name"), @Column(name = "CIDRs"), @Column(name = "Age")})
@RecordBuilder
public record ServiceCIDR(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, ServiceCIDRBuilder.With {
    public ServiceCIDR {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public ServiceCIDR withMetadata(ObjectMeta metadata) {
        return ServiceCIDRBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Desired address ranges of a ServiceCIDR.
     *
     * @param cidrs One range, or one for each IP family, in CIDR form; cannot change.
     */
    @TypeName("ServiceCIDRSpec")
    @RecordBuilder
    public record Spec(@Atomic @Immutable @Pb(1) List<String> cidrs) implements ServiceCIDRSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null);

        public Spec {
            cidrs = Absent.list(cidrs);
        }
    }

    /**
     * Observed state of a ServiceCIDR.
     *
     * @param conditions Latest conditions, one a type; Ready tells whether addresses may be taken.
     */
    @TypeName("ServiceCIDRStatus")
    @RecordBuilder
    public record Status(@ListMap("type") @MergeKey("type") @Pb(1) List<Condition> conditions)
            implements ServiceCIDRStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null);

        public Status {
            conditions = Absent.list(conditions);
        }
    }
}
