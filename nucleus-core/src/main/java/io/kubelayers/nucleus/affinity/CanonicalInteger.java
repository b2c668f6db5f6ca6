package io.kubelayers.nucleus.affinity;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Integers written as a person would: no plus sign, no leading zeros ({@code validate/content/decimal_int.go}). */
final class CanonicalInteger {
    private CanonicalInteger() {}

    static OptionalLong parse(@Nullable String text) {
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(text);
            return Long.toString(value).equals(text) ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (NumberFormatException noInteger) {
            return OptionalLong.empty();
        }
    }
}
