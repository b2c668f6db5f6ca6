package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The rules for placing a pod apart from other pods.
 *
 * @param requiredDuringSchedulingIgnoredDuringExecution Terms none of which may match pods already in the node's
 *     topology domain.
 * @param preferredDuringSchedulingIgnoredDuringExecution Weighted terms that lower the score of a node when they
 *     match.
 */
@RecordBuilder
public record PodAntiAffinity(
        @Atomic @Pb(1) List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution,
        @Atomic @Pb(2) List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution)
        implements PodAntiAffinityBuilder.With {
    public PodAntiAffinity {
        requiredDuringSchedulingIgnoredDuringExecution = Absent.list(requiredDuringSchedulingIgnoredDuringExecution);
        preferredDuringSchedulingIgnoredDuringExecution = Absent.list(preferredDuringSchedulingIgnoredDuringExecution);
    }
}
