package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param path TODO-DOC
 */
@ApiType(version = "v1")
@RecordBuilder
public record ServiceProxyOptions(
    @Pb(1) @Nullable String path)
    implements ServiceProxyOptionsBuilder.With {
    public ServiceProxyOptions {
        path = Absent.optional(path);
    }

}
