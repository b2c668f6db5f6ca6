package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A choice of nodes; a node matches when any one term matches.
 *
 * @param nodeSelectorTerms Alternatives of which one must match; at least one is required.
 */
@Atomic
@RecordBuilder
public record NodeSelector(@Required @Atomic @Pb(1) List<NodeSelectorTerm> nodeSelectorTerms)
        implements NodeSelectorBuilder.With {
    public NodeSelector {
        nodeSelectorTerms = Absent.list(nodeSelectorTerms);
    }
}
