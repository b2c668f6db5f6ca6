package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A pod's permission to run on nodes with a matching taint.
 *
 * @param key Taint key to match; empty matches every key and needs operator Exists.
 * @param operator How to compare the value; empty means Equal, Lt and Gt compare integers behind a gate.
 * @param value Taint value to match; must be empty for Exists.
 * @param effect Taint effect to match; empty matches every effect.
 * @param tolerationSeconds Seconds a NoExecute taint is endured before eviction; null means forever, 0 or less
 *     means at once.
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
    @TypeName("TolerationOperator")
    public static final class Operator {
        public static final String EXISTS = "Exists";
        public static final String EQUAL = "Equal";
        public static final String LT = "Lt";
        public static final String GT = "Gt";

        private Operator() {}
    }
}
