package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A resource name fixed to one version of one API group.
 *
 * @param group API group name; empty is the core group.
 * @param version API version, such as v1.
 * @param resource Plural resource name, such as pods.
 */
@RecordBuilder
public record GroupVersionResource(
        @Required @Pb(1) String group, @Required @Pb(2) String version, @Required @Pb(3) String resource)
        implements GroupVersionResourceBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final GroupVersionResource EMPTY = new GroupVersionResource(null, null, null);

    public GroupVersionResource {
        group = Absent.text(group);
        version = Absent.text(version);
        resource = Absent.text(resource);
    }
}
