package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param kind TODO-DOC
 * @param name TODO-DOC
 * @param apiVersion TODO-DOC
 */
@RecordBuilder
public record CrossVersionObjectReference(
    @Required @Pb(1) String kind,
    @Required @Pb(2) String name,
    @Pb(3) @Nullable String apiVersion)
    implements CrossVersionObjectReferenceBuilder.With {
    /** The value of a field that was not set. */
    public static final CrossVersionObjectReference EMPTY = new CrossVersionObjectReference(null, null, null);

    public CrossVersionObjectReference {
        kind = Absent.text(kind);
        name = Absent.text(name);
        apiVersion = Absent.optional(apiVersion);
    }

}
