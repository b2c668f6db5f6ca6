package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A set of topology label requirements that must all hold, used for provisioning. An empty term matches everything.
 *
 * @param matchLabelExpressions Requirements on topology labels.
 */
@Atomic
@RecordBuilder
public record TopologySelectorTerm(@Atomic @Pb(1) List<TopologySelectorLabelRequirement> matchLabelExpressions)
        implements TopologySelectorTermBuilder.With {
    public TopologySelectorTerm {
        matchLabelExpressions = Absent.list(matchLabelExpressions);
    }

    /**
     * One requirement that a topology label has one of the given values.
     *
     * @param key Label key to test.
     * @param values Accepted values, one of which must be present.
     */
    @RecordBuilder
    public record TopologySelectorLabelRequirement(
            @Required @Pb(1) String key, @Required @Atomic @Pb(2) List<String> values)
            implements TopologySelectorTermTopologySelectorLabelRequirementBuilder.With {
        public TopologySelectorLabelRequirement {
            key = Absent.text(key);
            values = Absent.list(values);
        }
    }
}
