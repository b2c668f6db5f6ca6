package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A command run inside the container; exit code 0 counts as success.
 *
 * @param command Program and arguments, run without a shell from the root directory of the container.
 */
@RecordBuilder
public record ExecAction(@Atomic @Pb(1) List<String> command) implements ExecActionBuilder.With {
    public ExecAction {
        command = Absent.list(command);
    }
}
