package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a read of one object.
 *
 * @param resourceVersion Lowest revision that may be returned; empty reads the newest, 0 any cached one.
 */
@ApiType(version = "v1")
@RecordBuilder
public record GetOptions(@Pb(1) @Nullable String resourceVersion) implements GetOptionsBuilder.With {
    public GetOptions {
        resourceVersion = Absent.optional(resourceVersion);
    }
}
