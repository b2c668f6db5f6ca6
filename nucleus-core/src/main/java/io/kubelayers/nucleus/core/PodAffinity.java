package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * TODO-DOC.
 *
 * @param requiredDuringSchedulingIgnoredDuringExecution TODO-DOC
 * @param preferredDuringSchedulingIgnoredDuringExecution TODO-DOC
 */
@RecordBuilder
public record PodAffinity(
    @Atomic @Pb(1) List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution,
    @Atomic @Pb(2) List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution)
    implements PodAffinityBuilder.With {
    public PodAffinity {
        requiredDuringSchedulingIgnoredDuringExecution = Absent.list(requiredDuringSchedulingIgnoredDuringExecution);
        preferredDuringSchedulingIgnoredDuringExecution = Absent.list(preferredDuringSchedulingIgnoredDuringExecution);
    }

}
