package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param stdin TODO-DOC
 * @param stdout TODO-DOC
 * @param stderr TODO-DOC
 * @param tty TODO-DOC
 * @param container TODO-DOC
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
