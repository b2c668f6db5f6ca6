package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * TODO-DOC.
 *
 * @param group TODO-DOC
 * @param version TODO-DOC
 * @param resource TODO-DOC
 */
@RecordBuilder
public record GroupVersionResource(
    @Required @Pb(1) String group,
    @Required @Pb(2) String version,
    @Required @Pb(3) String resource)
    implements GroupVersionResourceBuilder.With {
    /** The value of a field that was not set. */
    public static final GroupVersionResource EMPTY = new GroupVersionResource(null, null, null);

    public GroupVersionResource {
        group = Absent.text(group);
        version = Absent.text(version);
        resource = Absent.text(resource);
    }

}
