package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param expression TODO-DOC
 */
@RecordBuilder
public record MatchCondition(
    @Required @Pb(1) String name,
    @Required @Pb(2) String expression)
    implements MatchConditionBuilder.With {
    public MatchCondition {
        name = Absent.text(name);
        expression = Absent.text(expression);
    }

}
