package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Discovery answer at /apis: all named API groups of the server.
 *
 * @param groups The served groups, core group excluded.
 */
@ApiType(version = "v1")
@RecordBuilder
public record APIGroupList(@Required @Atomic @Pb(1) List<APIGroup> groups) implements APIGroupListBuilder.With {
    public APIGroupList {
        groups = Absent.list(groups);
    }
}
