package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param requiredDuringSchedulingIgnoredDuringExecution TODO-DOC
 * @param preferredDuringSchedulingIgnoredDuringExecution TODO-DOC
 */
@RecordBuilder
public record NodeAffinity(
    @Pb(1) @Nullable NodeSelector requiredDuringSchedulingIgnoredDuringExecution,
    @Atomic @Pb(2) List<PreferredSchedulingTerm> preferredDuringSchedulingIgnoredDuringExecution)
    implements NodeAffinityBuilder.With {
    public NodeAffinity {
        preferredDuringSchedulingIgnoredDuringExecution = Absent.list(preferredDuringSchedulingIgnoredDuringExecution);
    }

}
