package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A CEL condition that decides whether a webhook or policy looks at a request.
 *
 * @param name Name for logs and errors, unique in the list.
 * @param expression CEL expression giving true or false.
 */
@RecordBuilder
public record MatchCondition(@Required @Pb(1) String name, @Required @Pb(2) String expression)
        implements MatchConditionBuilder.With {
    public MatchCondition {
        name = Absent.text(name);
        expression = Absent.text(expression);
    }
}
