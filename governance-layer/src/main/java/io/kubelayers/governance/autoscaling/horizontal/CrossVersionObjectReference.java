package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Names another object of the same namespace by kind and name, such as a scaling target.
 *
 * @param kind Kind of the object.
 * @param name Name of the object.
 * @param apiVersion API group and version of the object; empty leaves it open.
 */
@RecordBuilder
public record CrossVersionObjectReference(
        @Required @Pb(1) String kind, @Required @Pb(2) String name, @Pb(3) @Nullable String apiVersion)
        implements CrossVersionObjectReferenceBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final CrossVersionObjectReference EMPTY = new CrossVersionObjectReference(null, null, null);

    public CrossVersionObjectReference {
        kind = Absent.text(kind);
        name = Absent.text(name);
        apiVersion = Absent.optional(apiVersion);
    }
}
