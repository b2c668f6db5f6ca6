package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param key TODO-DOC
 * @param operator TODO-DOC
 * @param value TODO-DOC
 * @param effect TODO-DOC
 * @param tolerationSeconds TODO-DOC
 */
@RecordBuilder
public record Toleration(
    @Pb(1) @Nullable String key,
    @FeatureGate("TaintTolerationComparisonOperators") @EnumValues(Operator.class) @Pb(2) @Nullable String operator,
    @Pb(3) @Nullable String value,
    @EnumValues(TaintEffect.class) @Pb(4) @Nullable String effect,
    @Pb(5) @Nullable Long tolerationSeconds)
    implements TolerationBuilder.With {
    public Toleration {
        key = Absent.optional(key);
        operator = Absent.optional(operator);
        value = Absent.optional(value);
        effect = Absent.optional(effect);
    }


    /** The values of {@code TolerationOperator}. */
    public static final class Operator {
        public static final String EXISTS = "Exists";
        public static final String EQUAL = "Equal";
        public static final String LT = "Lt";
        public static final String GT = "Gt";

        private Operator() {}
    }
}
