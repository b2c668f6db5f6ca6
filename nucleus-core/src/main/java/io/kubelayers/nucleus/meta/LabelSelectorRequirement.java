package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * One condition on one label: a key, an operator and values.
 *
 * @param key Label key to look at.
 * @param operator How to compare: In, NotIn, Exists or DoesNotExist.
 * @param values Values to compare with; required for In and NotIn, empty for the other two.
 */
@RecordBuilder
public record LabelSelectorRequirement(
        @Required @Pb(1) String key,
        @Required @EnumValues(value = LabelSelectorOperator.class, closed = false) @Pb(2) String operator,
        @Atomic @Pb(3) List<String> values)
        implements LabelSelectorRequirementBuilder.With {
    public LabelSelectorRequirement {
        key = Absent.text(key);
        operator = Absent.text(operator);
        values = Absent.list(values);
    }

    /** The values of {@code LabelSelectorOperator} known upstream; others may occur. */
    public static final class LabelSelectorOperator {
        public static final String IN = "In";
        public static final String NOT_IN = "NotIn";
        public static final String EXISTS = "Exists";
        public static final String DOES_NOT_EXIST = "DoesNotExist";

        private LabelSelectorOperator() {}
    }
}
