package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * One comparison of a node label or field with given values.
 *
 * @param key Label key or field name to test.
 * @param operator In, NotIn, Exists, DoesNotExist, Gt or Lt.
 * @param values Values to compare with; none for Exists and DoesNotExist, one integer for Gt and Lt.
 */
@RecordBuilder
public record NodeSelectorRequirement(
        @Required @Pb(1) String key,
        @Required @EnumValues(NodeSelectorOperator.class) @Pb(2) String operator,
        @Atomic @Pb(3) List<String> values)
        implements NodeSelectorRequirementBuilder.With {
    public NodeSelectorRequirement {
        key = Absent.text(key);
        operator = Absent.text(operator);
        values = Absent.list(values);
    }

    /** The values of {@code NodeSelectorOperator}. */
    public static final class NodeSelectorOperator {
        public static final String IN = "In";
        public static final String NOT_IN = "NotIn";
        public static final String EXISTS = "Exists";
        public static final String DOES_NOT_EXIST = "DoesNotExist";
        public static final String GT = "Gt";
        public static final String LT = "Lt";

        private NodeSelectorOperator() {}
    }
}
