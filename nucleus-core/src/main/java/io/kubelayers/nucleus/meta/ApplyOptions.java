package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Parameters of a server-side apply call.
 *
 * @param dryRun Holds only All to run every check without storing anything; empty is a real apply.
 * @param force True to take over fields that other managers own.
 * @param fieldManager Name of the applying manager, up to 128 printable characters.
 */
@ApiType(version = "v1")
@RecordBuilder
public record ApplyOptions(
        @Atomic @Pb(1) List<String> dryRun, @Required @Pb(2) boolean force, @Required @Pb(3) String fieldManager)
        implements ApplyOptionsBuilder.With {
    public ApplyOptions {
        dryRun = Absent.list(dryRun);
        fieldManager = Absent.text(fieldManager);
    }
}
