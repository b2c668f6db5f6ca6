package io.kubelayers.nucleus.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.value.Quantity.Format;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest(name = "{0} is written {1}: {4}")
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
            500m,    500m,   DecimalSI,       1,     a canonical text stays as it is
            0.5,     500m,   DecimalSI,       1,     fractions become whole numbers of a smaller unit
            1000m,   1,      DecimalSI,       1,     as large a unit as possible
            1.5Gi,   1536Mi, BinarySI,        1610612736, without losing anything
            1024Ki,  1Mi,    BinarySI,        1048576, in powers of 1024 too
            512,     512,    DecimalSI,       512,   no unit below a thousand
            1e3,     1e3,    DecimalExponent, 1000,  an exponent stays an exponent
            12e5,    1200e3, DecimalExponent, 1200000, of three or six or nine
            +5,      +5,     DecimalSI,       5,     a plus sign counts as canonical
            1.1n,    2n,     DecimalSI,       1,     beyond nano it is rounded away from zero
            -1.1n,   -2n,    DecimalSI,       1,     below zero as well; the value of a negative fraction is upstream's
            0.3Ki,   307200m, BinarySI,       308,   a binary fraction is written in decimal
            0.0001Ki, 102400u, DecimalSI,     1,     and becomes decimal when it is below one
            9Ei,     9223372036854775807, BinarySI, 9223372036854775807, binary amounts end at 2^63-1
            """)
    void texts(String in, String out, String format, long value, String why) {
        Quantity quantity = Quantity.parse(in);
        assertThat(quantity).as(why).hasToString(out);
        assertThat(quantity.format().text()).isEqualTo(format);
        assertThat(quantity.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1 ", " 1", "1.2.3", "1,5", "0x10", "١"})
    void refusesWhatHasNotTheShapeOfAQuantity(String text) {
        assertThatThrownBy(() -> Quantity.parse(text))
                .isInstanceOf(QuantityFormatException.class)
                .hasMessage("quantities must match the regular expression "
                        + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1K", "1ki", "1Mii", "1e", "1e+", "1mm", "1e99999999999999999999", "1M5", "1Gi1", "--1"})
    void refusesUnitsThereAreNot(String text) {
        assertThatThrownBy(() -> Quantity.parse(text)).hasMessage("unable to parse quantity's suffix");
    }

    @Test
    void needsADigitWhereItCountsThem() {
        assertThatThrownBy(() -> Quantity.parse("e-20")).hasMessage("unable to parse numeric part of quantity");
        assertThat(Quantity.parse("-").isZero())
                .as("elsewhere it takes none for zero")
                .isTrue();
    }

    @Test
    void theFirstQuantityAddedGivesTheSumItsFormat() {
        Quantity memory = Quantity.ZERO.add(Quantity.parse("1Gi")).add(Quantity.parse("512M"));

        assertThat(memory.format()).isEqualTo(Format.BINARY_SI);
        assertThat(memory).hasToString("1548576Ki");
        assertThat(memory.sub(Quantity.parse("512M"))).hasToString("1Gi");
    }

    @Test
    void equalityIsThatOfTheNumber() {
        assertThat(Quantity.parse("1000m")).isEqualTo(Quantity.parse("1"));
        assertThat(Quantity.parse("1Ki")).isEqualTo(Quantity.parse("1.024k"));
        assertThat(Set.of(Quantity.parse("1e3"))).contains(Quantity.parse("1k"), Quantity.parse("1000000m"));
        assertThat(Quantity.parse("1")).isNotEqualTo(Quantity.parse("1.000000001"));
    }

    @Test
    void comparesWithWholeNumbers() {
        assertThat(Quantity.parse("1500m").compareTo(1)).isPositive();
        assertThat(Quantity.parse("99999999999999999999").compareTo(Long.MAX_VALUE))
                .isPositive();
        assertThat(Quantity.parse("2").compareTo(2)).isZero();
    }

    @Test
    void roundsAwayFromZero() {
        assertThat(Quantity.parse("1.1").roundUp(0)).hasToString("2");
        assertThat(Quantity.parse("-1.1").roundUp(0)).hasToString("-2");
        assertThat(Quantity.parse("1").roundUp(3)).hasToString("1k");
        assertThat(Quantity.parse("100m").value()).isEqualTo(1);
        assertThat(Quantity.parse("100u").milliValue()).isEqualTo(1);
    }

    @Test
    void convertsOutOfRangeAsUpstreamDoes() {
        assertThat(Quantity.parse("5E").milliValue()).isZero();
        assertThat(Quantity.parse("13311400525642k").milliValue()).isEqualTo(-5135343548067551616L);
        assertThat(Quantity.parse("99999999999999999999").value()).isEqualTo(7766279631452241919L);
        assertThat(Quantity.parse("99999999999999999999").asLong()).isEmpty();
    }

    @Test
    void goesOnExactlyWhereALongEnds() {
        Quantity most = Quantity.of(Long.MAX_VALUE, Format.DECIMAL_SI);
        Quantity least = Quantity.of(Long.MIN_VALUE, Format.DECIMAL_SI);

        assertThat(most.add(Quantity.parse("1"))).hasToString("9223372036854775808");
        assertThat(least.negate()).hasToString("9223372036854775808");
        assertThat(Quantity.parse("-1").sub(least)).isEqualTo(most);
        assertThat(most.multiply(1000)).hasToString("9223372036854775807k");
        assertThat(most.add(least)).isEqualTo(Quantity.parse("-1"));
    }

    @Test
    void multipliesByWholeNumbers() {
        assertThat(Quantity.parse("250m").multiply(3)).hasToString("750m");
        assertThat(Quantity.parse("250m").multiply(4)).hasToString("1");
        assertThat(Quantity.parse("1Gi").multiply(0).isZero()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "-1e2147483647", "1e-1000000000", "1e-2147483648", "0e-2000000000"})
    void hostileExponentsCostNothing(String text) {
        Quantity quantity = Quantity.parse(text);

        assertThat(quantity.compareTo(Quantity.parse("-0.5"))).isNotZero();
        assertThat(quantity).hasSameHashCodeAs(quantity.negate().negate());
        assertThat(quantity.canonical()).hasSizeLessThan(20);
    }

    @Test
    void refusesResultsThatFillTheMemory() {
        assertThatThrownBy(() -> Quantity.parse("1e1000000000").add(Quantity.parse("1")))
                .isInstanceOf(QuantityRangeException.class)
                .hasMessage("quantity needs 1000000000 digits, the limit is 30000");
        assertThatThrownBy(() -> Quantity.parse("1".repeat(30_001))).isInstanceOf(QuantityRangeException.class);
    }

    @Test
    void readsJson() {
        assertThat(Quantity.parseJson("\" 1Gi \"")).isEqualTo(Quantity.parse("1Gi"));
        assertThat(Quantity.parseJson("1.5")).hasToString("1500m");
        assertThat(Quantity.parseJson("null")).isSameAs(Quantity.ZERO).hasToString("0");
    }

    @Test
    void theGreaterAndTheLesser() {
        Quantity half = Quantity.parse("500m");
        Quantity one = Quantity.parse("1");

        assertThat(half.max(one)).isSameAs(one);
        assertThat(half.min(one)).isSameAs(half);
    }

    @Test
    void doublesAndDecimals() {
        assertThat(Quantity.parse("1500m").toDouble()).isEqualTo(1.5);
        assertThat(Quantity.parse("1e400").toDouble()).isInfinite();
        assertThat(Quantity.parse("0e400").toDouble()).isZero();
        assertThat(Quantity.parse("1500m").toBigDecimal()).isEqualByComparingTo("1.5");
        assertThat(Quantity.of(new BigDecimal("0.25"), Format.DECIMAL_SI)).hasToString("250m");
    }
}
