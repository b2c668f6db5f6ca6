package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Replica count of a workload, read and written through its scale subresource.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted replica count.
 * @param status Observed replica count.
 */
@ApiType(group = "autoscaling", version = "v1")
@TypeName(in = "autoscaling/v1")
@RecordBuilder
public record Scale(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @ReadOnly @Pb(3) Status status)
        implements KubernetesObject, ScaleBuilder.With {
    public Scale {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public Scale withMetadata(ObjectMeta metadata) {
        return ScaleBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Desired part of a Scale.
     *
     * @param replicas Wanted number of replicas; 0 or more, absent means 0.
     */
    @TypeName("ScaleSpec")
    @RecordBuilder
    public record Spec(@Default(value = "0", published = true) @Limits(minimum = 0) @Pb(1) int replicas)
            implements ScaleSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(0);
    }

    /**
     * Observed part of a Scale.
     *
     * @param replicas Replicas seen now.
     * @param selector Label selector of the pods in text form; empty if unknown.
     */
    @TypeName("ScaleStatus")
    @RecordBuilder
    public record Status(@Required @Pb(1) int replicas, @Pb(2) @Nullable String selector)
            implements ScaleStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(0, null);

        public Status {
            selector = Absent.optional(selector);
        }
    }
}
