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
 * @param matchLabelExpressions TODO-DOC
 */
@Atomic
@RecordBuilder
public record TopologySelectorTerm(
    @Atomic @Pb(1) List<TopologySelectorLabelRequirement> matchLabelExpressions)
    implements TopologySelectorTermBuilder.With {
    public TopologySelectorTerm {
        matchLabelExpressions = Absent.list(matchLabelExpressions);
    }


    /**
     * TODO-DOC.
     *
     * @param key TODO-DOC
     * @param values TODO-DOC
     */
    @RecordBuilder
    public record TopologySelectorLabelRequirement(
        @Required @Pb(1) String key,
        @Required @Atomic @Pb(2) List<String> values)
        implements TopologySelectorTermTopologySelectorLabelRequirementBuilder.With {
        public TopologySelectorLabelRequirement {
            key = Absent.text(key);
            values = Absent.list(values);
        }

    }
}
