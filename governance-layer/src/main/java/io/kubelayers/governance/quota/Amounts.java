package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import java.util.TreeMap;

/** Amounts as quotas hold and print them. */
final class Amounts {
    private static final Quantity ZERO = Quantity.of(0, Quantity.Format.DECIMAL_SI);
    private static final Quantity ONE = Quantity.of(1, Quantity.Format.DECIMAL_SI);

    private Amounts() {}

    static Quantity zero() {
        return ZERO;
    }

    static Quantity one() {
        return ONE;
    }

    /** The form of refusals: {@code cpu=1,memory=2Gi}. */
    static String text(Map<String, Quantity> amounts) {
        return String.join(
                ",",
                new TreeMap<>(amounts)
                        .entrySet().stream()
                                .map(amount -> amount.getKey() + "=" + amount.getValue())
                                .toList());
    }
}
