package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request proxied to a node.
 *
 * @param path URL path to request at the kubelet; empty means the root.
 */
@ApiType(version = "v1")
@RecordBuilder
public record NodeProxyOptions(@Pb(1) @Nullable String path) implements NodeProxyOptionsBuilder.With {
    public NodeProxyOptions {
        path = Absent.optional(path);
    }
}
