package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * TODO-DOC.
 *
 * @param weight TODO-DOC
 * @param preference TODO-DOC
 */
@RecordBuilder
public record PreferredSchedulingTerm(
    @Required @Pb(1) int weight,
    @Required @Pb(2) NodeSelectorTerm preference)
    implements PreferredSchedulingTermBuilder.With {
    public PreferredSchedulingTerm {
        preference = Absent.or(preference, NodeSelectorTerm.EMPTY);
    }

}
