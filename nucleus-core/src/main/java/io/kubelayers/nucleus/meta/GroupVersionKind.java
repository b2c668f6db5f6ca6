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
 * @param kind TODO-DOC
 */
@RecordBuilder
public record GroupVersionKind(
    @Required @Pb(1) String group,
    @Required @Pb(2) String version,
    @Required @Pb(3) String kind)
    implements GroupVersionKindBuilder.With {
    /** The value of a field that was not set. */
    public static final GroupVersionKind EMPTY = new GroupVersionKind(null, null, null);

    public GroupVersionKind {
        group = Absent.text(group);
        version = Absent.text(version);
        kind = Absent.text(kind);
    }

}
