package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A preferred pod affinity term with its weight.
 *
 * @param weight Weight in the node score, 1-100.
 * @param podAffinityTerm Term that is scored.
 */
@RecordBuilder
public record WeightedPodAffinityTerm(@Required @Pb(1) int weight, @Required @Pb(2) PodAffinityTerm podAffinityTerm)
        implements WeightedPodAffinityTermBuilder.With {
    public WeightedPodAffinityTerm {
        podAffinityTerm = Absent.or(podAffinityTerm, PodAffinityTerm.EMPTY);
    }
}
