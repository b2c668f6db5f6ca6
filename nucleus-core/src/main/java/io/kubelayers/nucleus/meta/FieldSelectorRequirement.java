package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * One condition on one field: a key, an operator and values.
 *
 * @param key Field path to look at, such as spec.nodeName.
 * @param operator How to compare: In, NotIn, Exists or DoesNotExist.
 * @param values Values to compare with; required for In and NotIn, empty for the other two.
 */
@RecordBuilder
public record FieldSelectorRequirement(
        @Required @Pb(1) String key,
        @Required @EnumValues(value = FieldSelectorOperator.class, closed = false) @Pb(2) String operator,
        @Atomic @Pb(3) List<String> values)
        implements FieldSelectorRequirementBuilder.With {
    public FieldSelectorRequirement {
        key = Absent.text(key);
        operator = Absent.text(operator);
        values = Absent.list(values);
    }

    /** The values of {@code FieldSelectorOperator} known upstream; others may occur. */
    public static final class FieldSelectorOperator {
        public static final String IN = "In";
        public static final String NOT_IN = "NotIn";
        public static final String EXISTS = "Exists";
        public static final String DOES_NOT_EXIST = "DoesNotExist";

        private FieldSelectorOperator() {}
    }
}
