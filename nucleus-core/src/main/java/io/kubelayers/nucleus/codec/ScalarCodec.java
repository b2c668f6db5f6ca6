package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values without inner structure, one codec a scalar type. */
abstract class ScalarCodec extends ValueCodec {
    private final String goType;
    private final @Nullable Object zero;

    ScalarCodec(String goType, @Nullable Object zero) {
        this.goType = goType;
        this.zero = zero;
    }

    static ScalarCodec of(FieldType.Scalar type) {
        return switch (type) {
            case STRING -> new Text("string");
            case BOOL -> new Bool();
            case INT -> new NumberCodecs.Int();
            case LONG -> new NumberCodecs.Whole();
            case DOUBLE -> new NumberCodecs.Fraction();
            case QUANTITY -> new NumberCodecs.Amount();
            case INT_OR_STRING -> new NumberCodecs.Either();
            case TIME -> new Parsed<>(
                    "an RFC 3339 time", null, GoTime::seconds, time -> GoTime.seconds((Instant) time));
            case MICRO_TIME -> new Parsed<>(
                    "an RFC 3339 time with six fraction digits",
                    null,
                    GoTime::micros,
                    time -> GoTime.micros((Instant) time));
            case DURATION -> new Parsed<>(
                    "a duration such as 1m30s",
                    Duration.ZERO,
                    GoDuration::parse,
                    duration -> GoDuration.text((Duration) duration));
            case BYTES -> new Base64Bytes();
            case ANY, OBJECT -> new AnyValue();
        };
    }

    /** A string of a named type, such as an enumeration. */
    static ScalarCodec text(String goType) {
        return new Text(goType);
    }

    @Override
    @Nullable
    Object zero() {
        return zero;
    }

    @Override
    String goType() {
        return goType;
    }

    private static final class Text extends ScalarCodec {
        Text(String goType) {
            super(goType, "");
        }

        @Override
        Object read(Object tree, Decoding in) {
            if (tree instanceof String) {
                return tree;
            }
            throw in.mismatch("a string", tree, goType(), ConverterWords.scalar(tree, "string", goType()));
        }

        @Override
        void write(Object value, Sink out) {
            out.string((String) value);
        }
    }

    private static final class Bool extends ScalarCodec {
        Bool() {
            super("bool", false);
        }

        @Override
        Object read(Object tree, Decoding in) {
            if (tree instanceof Boolean) {
                return tree;
            }
            throw in.mismatch("true or false", tree, goType(), ConverterWords.scalar(tree, "bool", goType()));
        }

        @Override
        void write(Object value, Sink out) {
            out.bool((Boolean) value);
        }
    }

    /** A string with a grammar of its own. */
    private static final class Parsed<T> extends ScalarCodec {
        private final String expected;
        private final Function<String, T> parse;
        private final Function<Object, String> print;

        Parsed(String expected, @Nullable Object zero, Function<String, T> parse, Function<Object, String> print) {
            super("string", zero);
            this.expected = expected;
            this.parse = parse;
            this.print = print;
        }

        @Override
        Object read(Object tree, Decoding in) {
            if (!(tree instanceof String text)) {
                throw in.mismatch(expected, tree, goType());
            }
            try {
                return Objects.requireNonNull(parse.apply(text));
            } catch (IllegalArgumentException e) {
                throw in.wrong(expected, tree, String.valueOf(e.getMessage()));
            }
        }

        @Override
        void write(Object value, Sink out) {
            out.string(print.apply(value));
        }
    }

    private static final class Base64Bytes extends ScalarCodec {
        Base64Bytes() {
            super("[]uint8", Bytes.EMPTY);
        }

        @Override
        Object read(Object tree, Decoding in) {
            if (!(tree instanceof String text)) {
                throw in.mismatch("base64 text", tree, goType(), ConverterWords.slice(tree));
            }
            try {
                return text.isEmpty() ? Bytes.base64(text) : GoBase64.parse(text);
            } catch (IllegalArgumentException e) {
                throw in.wrong(
                        "base64 text",
                        tree,
                        String.valueOf(e.getMessage()),
                        "error decoding from json: " + e.getMessage());
            }
        }

        @Override
        void write(Object value, Sink out) {
            out.string(((Bytes) value).toBase64());
        }

        @Override
        boolean empty(Object value) {
            return ((Bytes) value).size() == 0;
        }
    }

    /** Anything, as it is: upstream too looks into raw objects only when it needs them. */
    private static final class AnyValue extends ScalarCodec {
        AnyValue() {
            super("interface {}", null);
        }

        @Override
        Object read(Object tree, Decoding in) {
            return tree;
        }

        @Override
        void write(Object value, Sink out) {
            out.tree(value);
        }
    }
}
