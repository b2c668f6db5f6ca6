package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A preferred node term with the weight it adds to a matching node's score.
 *
 * @param weight Weight in the node score, 1-100.
 * @param preference Node requirements that earn the weight.
 */
@RecordBuilder
public record PreferredSchedulingTerm(@Required @Pb(1) int weight, @Required @Pb(2) NodeSelectorTerm preference)
        implements PreferredSchedulingTermBuilder.With {
    public PreferredSchedulingTerm {
        preference = Absent.or(preference, NodeSelectorTerm.EMPTY);
    }
}
