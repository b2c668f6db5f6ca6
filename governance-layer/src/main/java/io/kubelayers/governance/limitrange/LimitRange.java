package io.kubelayers.governance.limitrange;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.JsonName;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;

/**
 * A namespace policy that bounds and defaults the resources of single pods, containers and claims.
 *
 * @param metadata the usual object metadata
 * @param spec Bounds to enforce.
 */
@Kind(
        version = "v1",
        plural = "limitranges",
        shortNames = "limits",
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Created At", type = "date")})
@RecordBuilder
public record LimitRange(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec)
        implements KubernetesObject, LimitRangeBuilder.With {
    public LimitRange {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public LimitRange withMetadata(ObjectMeta metadata) {
        return LimitRangeBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The bounds and defaults for one type of thing in a namespace.
     *
     * @param type What is bounded: Pod, Container or PersistentVolumeClaim.
     * @param max Largest allowed amount by resource name.
     * @param min Smallest allowed amount by resource name.
     * @param defaultValue Limit given to containers without one, by resource name; not valid for Pod.
     * @param defaultRequest Request given to containers without one, by resource name; falls back to default, then
     *     min.
     * @param maxLimitRequestRatio Largest allowed quotient of limit and request by resource name; at least 1.
     */
    @TypeName("LimitRangeItem")
    @RecordBuilder
    public record Item(
            @Required @EnumValues(value = LimitType.class, closed = false) @Pb(1) String type,
            @Pb(2) Map<String, Quantity> max,
            @Pb(3) Map<String, Quantity> min,
            @JsonName("default") @Pb(4) Map<String, Quantity> defaultValue,
            @Pb(5) Map<String, Quantity> defaultRequest,
            @Pb(6) Map<String, Quantity> maxLimitRequestRatio)
            implements LimitRangeItemBuilder.With {
        public Item {
            type = Absent.text(type);
            max = Absent.map(max);
            min = Absent.map(min);
            defaultValue = Absent.map(defaultValue);
            defaultRequest = Absent.map(defaultRequest);
            maxLimitRequestRatio = Absent.map(maxLimitRequestRatio);
        }
    }

    /**
     * The bounds that hold in a namespace.
     *
     * @param limits One entry for each bounded type.
     */
    @TypeName("LimitRangeSpec")
    @RecordBuilder
    public record Spec(@Required @Atomic @Pb(1) List<Item> limits) implements LimitRangeSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null);

        public Spec {
            limits = Absent.list(limits);
        }
    }

    /** The values of {@code LimitType} known upstream; others may occur. */
    public static final class LimitType {
        public static final String POD = "Pod";
        public static final String CONTAINER = "Container";
        public static final String PERSISTENT_VOLUME_CLAIM = "PersistentVolumeClaim";

        private LimitType() {}
    }
}
