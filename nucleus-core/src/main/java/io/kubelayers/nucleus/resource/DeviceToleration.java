package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Accepts device taints that fit it.
 *
 * @param key Taint key; empty fits every key and needs Exists.
 * @param operator Exists fits any value, Equal compares; absent means Equal.
 * @param value Taint value for Equal; empty with Exists.
 * @param effect Taint effect that is accepted; empty accepts all.
 * @param tolerationSeconds Seconds a NoExecute taint is borne before eviction; null bears it forever, 0 or less not
 *     at all.
 */
@RecordBuilder
public record DeviceToleration(
        @Limits(format = "k8s-label-key") @Pb(1) @Nullable String key,
        @Default(value = "Equal", published = true) @EnumValues(Operator.class) @Pb(2) @Nullable String operator,
        @Pb(3) @Nullable String value,
        @EnumValues(DeviceTaintEffect.class) @Pb(4) @Nullable String effect,
        @Pb(5) @Nullable Long tolerationSeconds)
        implements DeviceTolerationBuilder.With {
    public DeviceToleration {
        key = Absent.optional(key);
        operator = Absent.optional(operator);
        value = Absent.optional(value);
        effect = Absent.optional(effect);
    }

    /** The values of {@code DeviceTolerationOperator}. */
    @TypeName("DeviceTolerationOperator")
    public static final class Operator {
        public static final String EXISTS = "Exists";
        public static final String EQUAL = "Equal";

        private Operator() {}
    }
}
