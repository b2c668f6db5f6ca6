package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A kind fixed to one version of one API group.
 *
 * @param group API group name; empty is the core group.
 * @param version API version, such as v1.
 * @param kind Kind in upper camel case, such as Pod.
 */
@RecordBuilder
public record GroupVersionKind(
        @Required @Pb(1) String group, @Required @Pb(2) String version, @Required @Pb(3) String kind)
        implements GroupVersionKindBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final GroupVersionKind EMPTY = new GroupVersionKind(null, null, null);

    public GroupVersionKind {
        group = Absent.text(group);
        version = Absent.text(version);
        kind = Absent.text(kind);
    }
}
