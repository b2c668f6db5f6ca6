package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of an update call.
 *
 * @param dryRun Holds only All to run every check without storing anything; empty is a real update.
 * @param fieldManager Name written into managedFields, up to 128 printable characters; empty takes the client name.
 * @param fieldValidation What to do with unknown or repeated fields: Ignore, Warn or Strict; empty means Warn.
 */
@ApiType(version = "v1")
@RecordBuilder
public record UpdateOptions(
        @Atomic @Pb(1) List<String> dryRun,
        @Pb(2) @Nullable String fieldManager,
        @Pb(3) @Nullable String fieldValidation)
        implements UpdateOptionsBuilder.With {
    public UpdateOptions {
        dryRun = Absent.list(dryRun);
        fieldManager = Absent.optional(fieldManager);
        fieldValidation = Absent.optional(fieldValidation);
    }
}
