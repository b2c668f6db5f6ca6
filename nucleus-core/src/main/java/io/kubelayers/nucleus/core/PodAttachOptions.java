package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request to attach to a running container.
 *
 * @param stdin True forwards input to the container; defaults to false.
 * @param stdout True returns standard output.
 * @param stderr True returns standard error.
 * @param tty True treats the session as a terminal, as the container must be set up; defaults to false.
 * @param container Container to attach to; empty works only when the pod has a single one.
 */
@ApiType(version = "v1")
@RecordBuilder
public record PodAttachOptions(
        @Pb(1) boolean stdin,
        @Pb(2) boolean stdout,
        @Pb(3) boolean stderr,
        @Pb(4) boolean tty,
        @Pb(5) @Nullable String container)
        implements PodAttachOptionsBuilder.With {
    public PodAttachOptions {
        container = Absent.optional(container);
    }
}
