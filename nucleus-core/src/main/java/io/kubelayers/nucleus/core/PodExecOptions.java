package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request to run a command in a container.
 *
 * @param stdin True forwards input to the command; defaults to false.
 * @param stdout True returns standard output.
 * @param stderr True returns standard error.
 * @param tty True allocates a terminal for the command; defaults to false.
 * @param container Container to run in; empty works only when the pod has a single one.
 * @param command Program and arguments, run without a shell.
 */
@ApiType(version = "v1")
@RecordBuilder
public record PodExecOptions(
        @Pb(1) boolean stdin,
        @Pb(2) boolean stdout,
        @Pb(3) boolean stderr,
        @Pb(4) boolean tty,
        @Pb(5) @Nullable String container,
        @Required @Atomic @Pb(6) List<String> command)
        implements PodExecOptionsBuilder.With {
    public PodExecOptions {
        container = Absent.optional(container);
        command = Absent.list(command);
    }
}
