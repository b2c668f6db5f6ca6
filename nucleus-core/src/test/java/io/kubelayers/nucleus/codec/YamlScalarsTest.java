package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlScalarsTest {
    record Case(String text, @Nullable Object value) {
        @Override
        public String toString() {
            return text + " means " + (value == null ? "null" : value.getClass().getSimpleName() + " " + value);
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                // booleans of YAML 1.1
                new Case("yes", true),
                new Case("Yes", true),
                new Case("YES", true),
                new Case("y", true),
                new Case("on", true),
                new Case("True", true),
                new Case("no", false),
                new Case("n", false),
                new Case("OFF", false),
                new Case("yEs", "yEs"),
                new Case("tRUE", "tRUE"),
                // null
                new Case("", null),
                new Case("~", null),
                new Case("null", null),
                new Case("Null", null),
                new Case("nULL", "nULL"),
                // whole numbers, with every base
                new Case("0", 0L),
                new Case("-0", 0L),
                new Case("+12", 12L),
                new Case("1_000", 1000L),
                new Case("0x1F", 31L),
                new Case("-0x10", -16L),
                new Case("0b101", 5L),
                new Case("0o17", 15L),
                new Case("017", 15L),
                new Case("0644", 420L),
                new Case("9223372036854775807", Long.MAX_VALUE),
                new Case("-9223372036854775808", Long.MIN_VALUE),
                // other numbers
                new Case("1.5", 1.5),
                new Case(".5", 0.5),
                new Case("-1e3", -1000L),
                new Case("1.0", 1L),
                new Case("08", 8L),
                new Case("18446744073709551615", 1.8446744073709552E19),
                new Case("123456789012345678901234567890", 1.2345678901234568E29),
                // what looks like a number but is none
                new Case("1.2.3", "1.2.3"),
                new Case("0x", "0x"),
                new Case("0o8", "0o8"),
                new Case("1Gi", "1Gi"),
                new Case("500m", "500m"),
                new Case("1e", "1e"),
                new Case("12:30:45", "12:30:45"),
                new Case("2026-01-01", "2026-01-01"),
                new Case("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
                new Case("١٢", "١٢"),
                // text
                new Case("nginx:1.25", "nginx:1.25"),
                new Case("'yes'", "yes"),
                new Case("\"1\"", "1"),
                new Case("'0x10'", "0x10"),
                // tags
                new Case("!!str 1", "1"),
                new Case("!!str yes", "yes"),
                new Case("!!int \"7\"", 7L),
                new Case("!!float 1", 1L),
                new Case("!!binary aGVsbG8=", "hello"),
                new Case("!custom 1", "1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readAsKubernetesReadsThem(Case c) {
        Map<String, @Nullable Object> tree = Codec.readTree("value: " + c.text, ReadOptions.strict());
        assertThat(tree.get("value")).isEqualTo(c.value);
    }
}
