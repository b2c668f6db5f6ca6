package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;

/**
 * TODO-DOC.
 *
 * @param matchLabels TODO-DOC
 * @param matchExpressions TODO-DOC
 */
@Atomic
@RecordBuilder
public record LabelSelector(
    @Pb(1) Map<String, String> matchLabels,
    @Atomic @Pb(2) List<LabelSelectorRequirement> matchExpressions)
    implements LabelSelectorBuilder.With {
    /** The value of a field that was not set. */
    public static final LabelSelector EMPTY = new LabelSelector(null, null);

    public LabelSelector {
        matchLabels = Absent.map(matchLabels);
        matchExpressions = Absent.list(matchExpressions);
    }

}
