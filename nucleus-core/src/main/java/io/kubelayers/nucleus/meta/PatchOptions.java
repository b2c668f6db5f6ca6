package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a patch call, server-side apply included.
 *
 * @param dryRun Holds only All to run every check without storing anything; empty is a real patch.
 * @param force True lets an apply take over fields owned by others; not allowed for other patch types.
 * @param fieldManager Name written into managedFields; required for apply, up to 128 printable characters.
 * @param fieldValidation What to do with unknown or repeated fields: Ignore, Warn or Strict; empty means Warn.
 */
@ApiType(version = "v1")
@RecordBuilder
public record PatchOptions(
        @Atomic @Pb(1) List<String> dryRun,
        @Pb(2) @Nullable Boolean force,
        @Pb(3) @Nullable String fieldManager,
        @Pb(4) @Nullable String fieldValidation)
        implements PatchOptionsBuilder.With {
    public PatchOptions {
        dryRun = Absent.list(dryRun);
        fieldManager = Absent.optional(fieldManager);
        fieldValidation = Absent.optional(fieldValidation);
    }
}
