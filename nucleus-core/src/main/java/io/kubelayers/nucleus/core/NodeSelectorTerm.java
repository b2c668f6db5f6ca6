package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * TODO-DOC.
 *
 * @param matchExpressions TODO-DOC
 * @param matchFields TODO-DOC
 */
@Atomic
@RecordBuilder
public record NodeSelectorTerm(
    @Atomic @Pb(1) List<NodeSelectorRequirement> matchExpressions,
    @Atomic @Pb(2) List<NodeSelectorRequirement> matchFields)
    implements NodeSelectorTermBuilder.With {
    /** The value of a field that was not set. */
    public static final NodeSelectorTerm EMPTY = new NodeSelectorTerm(null, null);

    public NodeSelectorTerm {
        matchExpressions = Absent.list(matchExpressions);
        matchFields = Absent.list(matchFields);
    }

}
