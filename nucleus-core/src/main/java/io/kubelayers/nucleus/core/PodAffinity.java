package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The rules for placing a pod close to other pods.
 *
 * @param requiredDuringSchedulingIgnoredDuringExecution Terms that a node must all satisfy for the pod to be placed
 *     there.
 * @param preferredDuringSchedulingIgnoredDuringExecution Weighted terms that raise the score of a node when
 *     satisfied.
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
