package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;

/**
 * Query over labels in which every part must match. Empty matches all objects; what null matches depends on the
 * field.
 *
 * @param matchLabels Labels that must be present with exactly these values.
 * @param matchExpressions Label conditions that must all hold as well.
 */
@Atomic
@RecordBuilder
public record LabelSelector(
        @Pb(1) Map<String, String> matchLabels, @Atomic @Pb(2) List<LabelSelectorRequirement> matchExpressions)
        implements LabelSelectorBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final LabelSelector EMPTY = new LabelSelector(null, null);

    public LabelSelector {
        matchLabels = Absent.map(matchLabels);
        matchExpressions = Absent.list(matchExpressions);
    }
}
