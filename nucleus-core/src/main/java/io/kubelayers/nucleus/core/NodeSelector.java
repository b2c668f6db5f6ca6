package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * TODO-DOC.
 *
 * @param nodeSelectorTerms TODO-DOC
 */
@Atomic
@RecordBuilder
public record NodeSelector(
    @Required @Atomic @Pb(1) List<NodeSelectorTerm> nodeSelectorTerms)
    implements NodeSelectorBuilder.With {
    public NodeSelector {
        nodeSelectorTerms = Absent.list(nodeSelectorTerms);
    }

}
