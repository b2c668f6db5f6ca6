package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A set of node requirements that must all hold. A term without any requirement matches no node.
 *
 * @param matchExpressions Requirements on node labels.
 * @param matchFields Requirements on node fields; only metadata.name is supported.
 */
@Atomic
@RecordBuilder
public record NodeSelectorTerm(
        @Atomic @Pb(1) List<NodeSelectorRequirement> matchExpressions,
        @Atomic @Pb(2) List<NodeSelectorRequirement> matchFields)
        implements NodeSelectorTermBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final NodeSelectorTerm EMPTY = new NodeSelectorTerm(null, null);

    public NodeSelectorTerm {
        matchExpressions = Absent.list(matchExpressions);
        matchFields = Absent.list(matchFields);
    }
}
