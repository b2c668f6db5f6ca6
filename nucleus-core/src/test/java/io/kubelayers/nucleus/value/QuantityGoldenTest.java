package io.kubelayers.nucleus.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.value.Quantity.Format;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every recorded answer of upstream's quantities: texts, 64-bit values and decimals, exactly. */
@Tag("golden")
class QuantityGoldenTest {

    @TestFactory
    Stream<DynamicTest> cases() {
        return Golden.topic("quantity").tests(QuantityGoldenTest::check);
    }

    private static void check(GoldenCase c) {
        switch (c.text("op")) {
            case "parse" -> parse(c);
            case "unmarshal" -> unmarshal(c);
            case "pair" -> pair(c);
            case "sum" -> {
                Quantity sum = Quantity.ZERO;
                for (Object text : c.list("in")) {
                    sum = sum.add(Quantity.parse((String) text));
                }
                describe(c, sum);
            }
            case "round" -> {
                Quantity given = Quantity.parse(c.text("in"));
                Quantity rounded = given.roundUp((int) c.number("scale"));
                assertThat(rounded.equals(given)).isEqualTo(c.flag("exact"));
                describe(c, rounded);
            }
            case "new" -> made(c, Quantity.of(c.number("v"), format(c.text("inFormat"))));
            case "newMilli" -> made(c, Quantity.ofMilli(c.number("v"), format(c.text("inFormat"))));
            case "newScaled" -> made(c, Quantity.ofScaled(c.number("v"), (int) c.number("scale")));
            default -> throw new IllegalArgumentException("unknown op " + c.text("op"));
        }
    }

    private static void parse(GoldenCase c) {
        if (!c.flag("ok")) {
            assertThatThrownBy(() -> Quantity.parse(c.text("in")))
                    .isInstanceOf(QuantityFormatException.class)
                    .hasMessage(c.text("err"));
            return;
        }
        Quantity quantity = Quantity.parse(c.text("in"));
        describe(c, quantity);
        assertThat(quantity.canonical()).isEqualTo(c.text("canonical"));
        assertThat(quantity.toDouble()).isEqualTo(toDouble(c));
        GoldenCase scaled = c.part("scaled");
        scaled.json().keySet().forEach(scale -> assertThat(quantity.scaledValue(Integer.parseInt(scale)))
                .as("at scale %s", scale)
                .isEqualTo(scaled.number(scale)));
        GoldenCase asInt64 = c.part("asInt64");
        assertThat(quantity.asLong().isPresent()).isEqualTo(asInt64.flag("ok"));
        quantity.asLong().ifPresent(value -> assertThat(value).isEqualTo(asInt64.number("v")));
        assertThat(quantity.isZero()).isEqualTo(c.flag("zero"));
        assertThat(quantity.negate().toString()).isEqualTo(c.text("negString"));
        if (c.has("reparseErr")) {
            assertThatThrownBy(() -> Quantity.parse(quantity.canonical())).hasMessage(c.text("reparseErr"));
        } else {
            assertThat(Quantity.parse(quantity.canonical()).compareTo(quantity)).isEqualTo(c.number("reparseCmp"));
        }
    }

    private static void unmarshal(GoldenCase c) {
        if (c.flag("ok")) {
            describe(c, Quantity.parseJson(c.text("in")));
        } else {
            assertThatThrownBy(() -> Quantity.parseJson(c.text("in"))).hasMessage(c.text("err"));
        }
    }

    private static void pair(GoldenCase c) {
        Quantity a = Quantity.parse(c.text("a"));
        Quantity b = Quantity.parse(c.text("b"));
        assertThat(a.compareTo(b)).isEqualTo(c.number("cmp"));
        assertThat(a.equals(b)).isEqualTo(c.flag("equal"));
        if (a.equals(b)) {
            assertThat(a.hashCode()).isEqualTo(b.hashCode());
        }
        describe(c.part("add"), a.add(b));
        describe(c.part("sub"), a.sub(b));
    }

    private static void made(GoldenCase c, Quantity quantity) {
        describe(c, quantity);
        assertThat(quantity.format()).isEqualTo(format(c.text("outFormat")));
        assertThat(quantity.toDouble()).isEqualTo(toDouble(c));
    }

    /** Checks whatever of the common fields the case has. */
    private static void describe(GoldenCase c, Quantity quantity) {
        assertThat(quantity.toString()).isEqualTo(c.text("string"));
        if (c.has("format")) {
            assertThat(quantity.format().text()).isEqualTo(c.text("format"));
        }
        if (c.has("json")) {
            assertThat('"' + quantity.toString() + '"').isEqualTo(c.text("json"));
        }
        if (c.has("value")) {
            assertThat(quantity.value()).as("value").isEqualTo(c.number("value"));
        }
        if (c.has("milli")) {
            assertThat(quantity.milliValue()).as("milli").isEqualTo(c.number("milli"));
        }
        if (c.has("sign")) {
            assertThat(quantity.sign()).isEqualTo((int) c.number("sign"));
        }
        if (c.has("dec")) {
            assertThat(quantity.toBigDecimal()).isEqualByComparingTo(new BigDecimal(c.text("dec")));
        }
    }

    private static double toDouble(GoldenCase c) {
        String text = c.text("float64");
        return text.endsWith("Inf")
                ? (text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : Double.parseDouble(text);
    }

    private static Format format(String text) {
        for (Format format : Format.values()) {
            if (format.text().equals(text)) {
                return format;
            }
        }
        throw new IllegalArgumentException(text);
    }
}
