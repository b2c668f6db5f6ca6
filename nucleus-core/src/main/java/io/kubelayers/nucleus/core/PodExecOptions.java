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
 * TODO-DOC.
 *
 * @param stdin TODO-DOC
 * @param stdout TODO-DOC
 * @param stderr TODO-DOC
 * @param tty TODO-DOC
 * @param container TODO-DOC
 * @param command TODO-DOC
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
