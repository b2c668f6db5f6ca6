package io.kubelayers.nucleus.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntOrStringTest {

    @ParameterizedTest(name = "{0} of {1} pods is {2}, or {3} rounded up")
    @CsvSource({
        "3,     10, 3,  3",
        "25%,   10, 2,  3",
        "100%,  10, 10, 10",
        "150%,  7,  10, 11",
        "-10%,  7,  -1, 0",
        "+25%,  10, 2,  3",
        "99999999999%, 10, 9999999999, 10000000000",
    })
    void sharesOfATotal(String value, int total, long down, long up) {
        assertThat(IntOrString.parse(value).scaled(total, false)).isEqualTo(down);
        assertThat(IntOrString.parse(value).scaled(total, true)).isEqualTo(up);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            5    | invalid type: string is not a percentage
            %25  | invalid type: string is not a percentage
            abc% | invalid value "abc%": strconv.Atoi: parsing "abc": invalid syntax
            1.5% | invalid value "1.5%": strconv.Atoi: parsing "1.5": invalid syntax
            25%% | invalid value "25%%": strconv.Atoi: parsing "25%": invalid syntax
            %    | invalid value "%": strconv.Atoi: parsing "": invalid syntax
            99999999999999999999% | invalid value "99999999999999999999%": strconv.Atoi: parsing "99999999999999999999": value out of range
            """)
    void whatIsNoPercentageIsAnError(String value, String message) {
        assertThatThrownBy(() -> IntOrString.of(value).scaled(10, true))
                .isInstanceOf(IntOrStringException.class)
                .hasMessage("invalid value for IntOrString: " + message);
    }

    @Test
    void theTextInAnErrorIsQuoted() {
        assertThatThrownBy(() -> IntOrString.of("\"\u00e9\t\u200b%").scaled(1, true))
                .hasMessage("invalid value for IntOrString: invalid value \"\\\"é\\t\\u200b%\": "
                        + "strconv.Atoi: parsing \"\\\"é\\t\\u200b\": invalid syntax");
    }

    @Test
    void theOldRuleTakesEveryTextForAPercentage() {
        assertThat(IntOrString.of("5").scaledLegacy(10, true)).isEqualTo(1);
        assertThat(IntOrString.of("%25").scaledLegacy(10, false)).isEqualTo(2);
        assertThat(IntOrString.of(4).scaledLegacy(10, false)).isEqualTo(4);
        assertThatThrownBy(() -> IntOrString.of("").scaledLegacy(10, true))
                .hasMessage("invalid value for IntOrString: invalid value \"\": "
                        + "strconv.Atoi: parsing \"\": invalid syntax");
    }

    @Test
    void anUnsetFieldHasNoShare() {
        assertThatThrownBy(() -> IntOrString.scaled(null, 10, true)).hasMessage("nil value for IntOrString");
        assertThatThrownBy(() -> IntOrString.scaledLegacy(null, 10, true)).hasMessage("nil value for IntOrString");
    }

    @Test
    void numbersAndTextsAreDifferentValues() {
        assertThat(IntOrString.of(5)).isNotEqualTo(IntOrString.of("5"));
        assertThat(IntOrString.of(5)).isEqualTo(IntOrString.parse("5")).hasToString("5");
        assertThat(IntOrString.of("http")).isEqualTo(IntOrString.parse("http"));
        assertThat(IntOrString.parse("+25%").isInt()).isFalse();
        assertThat(IntOrString.parse("99999999999").isInt())
                .as("more than 32 bits")
                .isFalse();
        assertThat(IntOrString.of("8080").intValue()).isEqualTo(8080);
        assertThat(IntOrString.of("http").intValue()).isZero();
        assertThat(IntOrString.of("-99999999999999999999").intValue()).isEqualTo(Integer.MIN_VALUE);
    }

    @ParameterizedTest(name = "{0} is read and written back as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            5          | 5
            -2147483648 | -2147483648
            "5"        | "5"
            ""         | ""
            "a\\u0022b" | "a\\"b"
            null       | 0
            """)
    void json(String in, String out) {
        assertThat(IntOrString.parseJson(in).toJson()).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource({"1.0,number 1.0", "1e2,number 1e2", "2147483648,number 2147483648", "true,bool", "{},object", "[],array"
    })
    void jsonOfOtherTypesIsAnError(String in, String found) {
        assertThatThrownBy(() -> IntOrString.parseJson(in))
                .isInstanceOf(IntOrStringException.class)
                .hasMessage("json: cannot unmarshal " + found + " into Go value of type int32");
    }

    @Test
    void brokenJsonIsAnError() {
        assertThatThrownBy(() -> IntOrString.parseJson("")).hasMessage("unexpected end of JSON input");
        assertThatThrownBy(() -> IntOrString.parseJson("\"a"))
                .isInstanceOf(IntOrStringException.class)
                .hasMessageStartingWith("no JSON: ");
    }

    @Property
    void aPercentageLiesWithinOnePodOfItsExactShare(
            @ForAll @IntRange(min = 0, max = 200) int percent, @ForAll @IntRange(max = 100_000) int total) {
        IntOrString value = IntOrString.of(percent + "%");
        long down = value.scaled(total, false);
        long up = value.scaled(total, true);

        assertThat(down * 100).isLessThanOrEqualTo((long) percent * total);
        assertThat(up * 100).isGreaterThanOrEqualTo((long) percent * total);
        assertThat(up - down).isEqualTo((long) percent * total % 100 == 0 ? 0 : 1);
    }
}
