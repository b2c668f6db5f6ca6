package io.kubelayers.nucleus.value;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * A 32-bit number or a text, where an API field takes either: a count or a percentage ({@code 3}, {@code "25%"}), a
 * port's number or its name ({@code 8080}, {@code "http"}). The number 5 and the text "5" are different values.
 *
 * <p>Upstream: {@code apimachinery/pkg/util/intstr/intstr.go}, v1.35.
 */
public final class IntOrString {
    /** The value of a field that was not set. */
    public static final IntOrString ZERO = new IntOrString(0, null);

    private static final String INVALID = "invalid value for IntOrString: ";

    private final int number;
    private final @Nullable String text; // if there, this is a text

    private IntOrString(int number, @Nullable String text) {
        this.number = number;
        this.text = text;
    }

    /** A number. */
    public static IntOrString of(int number) {
        return number == 0 ? ZERO : new IntOrString(number, null);
    }

    /** A text, also if it consists of digits. */
    public static IntOrString of(String text) {
        return new IntOrString(0, text);
    }

    /**
     * A number if the text is one of 32 bits, otherwise the text. Unlike upstream, which cuts off the upper bits of a
     * greater number, so that a typing error becomes a wrong but valid count.
     */
    public static IntOrString parse(String text) {
        if (DecimalInt.isNumber(text)) {
            try {
                return of(Integer.parseInt(text));
            } catch (NumberFormatException e) {
                // too large: upstream would cut off its upper bits
            }
        }
        return of(text);
    }

    /**
     * Reads the JSON text of a field.
     *
     * @throws IntOrStringException if it is neither a string nor a whole number of 32 bits nor null, in which case it
     *     is {@link #ZERO}
     */
    public static IntOrString parseJson(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IntOrStringException("unexpected end of JSON input");
            }
            return switch (token) {
                case VALUE_STRING -> of(parser.getString());
                case VALUE_NULL -> ZERO;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ofNumber(parser.getString());
                case START_OBJECT -> throw mismatch("object");
                case START_ARRAY -> throw mismatch("array");
                default -> throw mismatch("bool");
            };
        } catch (JacksonException e) {
            throw new IntOrStringException("no JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * Reads the text of a JSON number.
     *
     * @throws IntOrStringException if it has a fraction or an exponent or more than 32 bits
     */
    public static IntOrString ofNumber(String number) {
        try {
            return of(Integer.parseInt(number));
        } catch (NumberFormatException e) {
            throw mismatch("number " + number);
        }
    }

    private static IntOrStringException mismatch(String found) {
        return new IntOrStringException("json: cannot unmarshal " + found + " into Go value of type int32");
    }

    /** Whether this is a number, not a text. */
    public boolean isInt() {
        return text == null;
    }

    /** The number, or what the text says as one; 0 if it says none, the nearest 32-bit number if it is out of range. */
    public int intValue() {
        if (text == null || !DecimalInt.isNumber(text)) {
            return number;
        }
        try {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, DecimalInt.parse(text)));
        } catch (NumberFormatException e) {
            return text.startsWith("-") ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
    }

    /**
     * The number itself, or the percentage of a total, as {@code maxSurge} and {@code minAvailable} mean it. A text
     * must end in a percent sign. Percentages may exceed 100, and then the answer may exceed 32 bits.
     *
     * <p>Upstream: {@code GetScaledValueFromIntOrPercent}.
     *
     * @param roundUp whether the share of a percentage is rounded up, not down
     * @throws IntOrStringException if the text is not a percentage
     */
    public long scaled(int total, boolean roundUp) {
        if (text == null) {
            return number;
        }
        if (!text.endsWith("%")) {
            throw new IntOrStringException(INVALID + "invalid type: string is not a percentage");
        }
        return share(text.substring(0, text.length() - 1), total, roundUp);
    }

    /**
     * As {@link #scaled}, but all percent signs are ignored and the text "5" means 5% too.
     *
     * <p>Upstream: the deprecated {@code GetValueFromIntOrPercent}, which some controllers still depend on.
     *
     * @throws IntOrStringException if the rest of the text is not a number
     */
    public long scaledLegacy(int total, boolean roundUp) {
        return text == null ? number : share(text.replace("%", ""), total, roundUp);
    }

    private long share(String percentage, int total, boolean roundUp) {
        try {
            double share = (double) DecimalInt.parse(percentage) * (double) total / 100;
            return (long) (roundUp ? Math.ceil(share) : Math.floor(share));
        } catch (NumberFormatException e) {
            throw new IntOrStringException(
                    INVALID + "invalid value " + GoQuote.quote(toString()) + ": " + e.getMessage());
        }
    }

    /**
     * As {@link #scaled(int, boolean)} of a field that may be unset.
     *
     * @throws IntOrStringException if the value is null or its text not a percentage
     */
    public static long scaled(@Nullable IntOrString value, int total, boolean roundUp) {
        return present(value).scaled(total, roundUp);
    }

    /**
     * As {@link #scaledLegacy(int, boolean)} of a field that may be unset.
     *
     * @throws IntOrStringException if the value is null or its text not a number
     */
    public static long scaledLegacy(@Nullable IntOrString value, int total, boolean roundUp) {
        return present(value).scaledLegacy(total, roundUp);
    }

    private static IntOrString present(@Nullable IntOrString value) {
        if (value == null) {
            throw new IntOrStringException("nil value for IntOrString");
        }
        return value;
    }

    /** The JSON text: a number, or a string in quotes. */
    public String toJson() {
        return text == null
                ? Integer.toString(number)
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntOrString that
                && number == that.number
                && (text == null ? that.text == null : text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return text == null ? number : text.hashCode();
    }

    /** The text, or the number's digits. */
    @Override
    public String toString() {
        return text == null ? Integer.toString(number) : text;
    }
}
