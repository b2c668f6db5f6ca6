package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request proxied to a pod.
 *
 * @param path URL path to request at the pod; empty means the root.
 */
@ApiType(version = "v1")
@RecordBuilder
public record PodProxyOptions(@Pb(1) @Nullable String path) implements PodProxyOptionsBuilder.With {
    public PodProxyOptions {
        path = Absent.optional(path);
    }
}
