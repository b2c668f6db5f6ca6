package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Limits;
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
    public static final class Operator {
        public static final String EXISTS = "Exists";
        public static final String EQUAL = "Equal";

        private Operator() {}
    }
}
