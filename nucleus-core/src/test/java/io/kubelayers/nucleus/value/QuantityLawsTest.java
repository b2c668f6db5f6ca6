package io.kubelayers.nucleus.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.value.Quantity.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The algebra of quantities, with {@link BigDecimal} as the plain reference of the number behind each. */
class QuantityLawsTest {

    @Property
    void writingAndReadingKeepsTheNumber(@ForAll("quantities") Quantity a) {
        assertThat(Quantity.parse(a.toString())).isEqualTo(a);
        assertThat(Quantity.parse(a.canonical())).isEqualTo(a);
    }

    @Property
    void theCanonicalTextOfACanonicalTextIsItself(@ForAll("quantities") Quantity a) {
        assertThat(Quantity.parse(a.canonical()).canonical()).isEqualTo(a.canonical());
    }

    @Property
    void theCanonicalTextHasNoPointAndNoSparePower(@ForAll("quantities") Quantity a) {
        assertThat(a.canonical()).doesNotContain(".", "+").doesNotMatch("-?[1-9][0-9]*000[numkMGTP]?");
    }

    @Property
    void sumsAreExact(@ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
        assertThat(a.add(b).toBigDecimal())
                .isEqualByComparingTo(a.toBigDecimal().add(b.toBigDecimal()));
        assertThat(a.sub(b).toBigDecimal())
                .isEqualByComparingTo(a.toBigDecimal().subtract(b.toBigDecimal()));
    }

    @Property
    void theOrderOfSummandsDoesNotMatter(
            @ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b, @ForAll("quantities") Quantity c) {
        assertThat(a.add(b)).isEqualTo(b.add(a));
        assertThat(a.add(b).add(c)).isEqualTo(a.add(b.add(c)));
    }

    @Property
    void whatWasAddedCanBeTakenAwayAgain(@ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
        assertThat(a.add(b).sub(b)).isEqualTo(a);
        assertThat(a.sub(b)).isEqualTo(a.add(b.negate()));
        assertThat(a.sub(a).isZero()).isTrue();
    }

    @Property
    void productsAreExact(@ForAll("quantities") Quantity a, @ForAll long factor) {
        assertThat(a.multiply(factor).toBigDecimal())
                .isEqualByComparingTo(a.toBigDecimal().multiply(BigDecimal.valueOf(factor)));
    }

    @Property
    void theOrderIsThatOfTheNumbers(@ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
        assertThat(a.compareTo(b)).isEqualTo(a.toBigDecimal().compareTo(b.toBigDecimal()));
        assertThat(b.compareTo(a)).isEqualTo(-a.compareTo(b));
        assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
        assertThat(a.max(b).sub(a.min(b)).sign()).isNotNegative();
    }

    @Property
    void aQuantityEqualsItsOtherSpellings(@ForAll("quantities") Quantity a) {
        Quantity decimal = Quantity.of(a.toBigDecimal().setScale(40), Format.DECIMAL_EXPONENT);

        assertThat(decimal).isEqualTo(a).hasSameHashCodeAs(a);
    }

    @Property
    void roundingUpGivesTheNextMultiple(@ForAll("quantities") Quantity a, @ForAll("scales") int scale) {
        BigDecimal expected = a.toBigDecimal().setScale(-scale, RoundingMode.UP);

        assertThat(a.roundUp(scale).toBigDecimal()).isEqualByComparingTo(expected);
    }

    @Property
    void scaledValuesAreRoundedUp(@ForAll("scales") int scale, @ForAll("scales") int unit, @ForAll int amount) {
        BigDecimal exact = BigDecimal.valueOf(amount, -unit).setScale(-scale, RoundingMode.UP);

        if (unit - scale <= 9) {
            assertThat(Quantity.ofScaled(amount, unit).scaledValue(scale))
                    .isEqualTo(exact.unscaledValue().longValueExact());
        }
    }

    @Property
    void anyTextIsReadOrRefusedWithOneOfTheTypedErrors(@ForAll("texts") String text) {
        try {
            assertThat(Quantity.parse(text).toString()).isNotEmpty();
        } catch (QuantityFormatException | QuantityRangeException expected) {
            assertThat(expected).hasMessageContaining("quantit");
        }
    }

    @Provide
    Arbitrary<Integer> scales() {
        return Arbitraries.integers().between(-12, 12);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("+-.0123456789eEinumkKMGTP x").ofMaxLength(12);
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, parsed()), Tuple.of(1, made()), Tuple.of(1, binary()), Tuple.of(1, extremes()))
                .withoutEdgeCases();
    }

    /** No number so great that its unit has no letter. */
    private static Arbitrary<Quantity> parsed() {
        Arbitrary<String> numbers = Combinators.combine(
                        Arbitraries.of("", "-", "+"),
                        Arbitraries.bigIntegers()
                                .between(BigInteger.ZERO, BigInteger.TEN.pow(20))
                                .map(BigInteger::toString),
                        Arbitraries.strings().numeric().ofMaxLength(10))
                .as((sign, whole, fraction) -> sign + whole + (fraction.isEmpty() ? "" : "." + fraction));
        Arbitrary<String> suffixes = Arbitraries.of("", "n", "u", "m", "k", "e2", "E-5", "e17", "Ki", "Mi", "Gi", "Ei");
        return Combinators.combine(numbers, suffixes).as(String::concat).map(Quantity::parse);
    }

    private static Arbitrary<Quantity> made() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.of(Format.class))
                .as((value, format) -> Quantity.ofMilli(value, format));
    }

    private static Arbitrary<Quantity> binary() {
        return Arbitraries.integers()
                .between(-2048, 2048)
                .map(whole -> Quantity.of((long) whole << 20, Format.BINARY_SI));
    }

    private static Arbitrary<Quantity> extremes() {
        return Arbitraries.of(
                Quantity.ZERO,
                Quantity.parse("1n"),
                Quantity.parse("9Ei"),
                Quantity.of(Long.MIN_VALUE, Format.DECIMAL_SI),
                Quantity.of(Long.MAX_VALUE, Format.BINARY_SI));
    }
}
