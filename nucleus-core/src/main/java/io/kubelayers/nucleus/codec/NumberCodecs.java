package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.value.IntOrString;
import io.kubelayers.nucleus.value.Quantity;

/** Scalars that are, or may be, JSON numbers. */
final class NumberCodecs {
    private NumberCodecs() {}

    static final class Int extends ScalarCodec {
        Int() {
            super("int32", 0);
        }

        @Override
        Object read(Object tree, Decoding in) {
            if (tree instanceof Long number) {
                int value = (int) (long) number;
                if (value == number) {
                    return value;
                }
                throw in.number("a whole number of 32 bits", number, goType());
            }
            if (tree instanceof Integer) {
                return tree;
            }
            if (tree instanceof Double number) {
                throw in.number("a whole number", number, goType(), ConverterWords.scalar(number, goType(), goType()));
            }
            throw in.mismatch("a whole number", tree, goType(), ConverterWords.scalar(tree, goType(), goType()));
        }

        @Override
        void write(Object value, Sink out) {
            out.whole((Integer) value);
        }
    }

    static final class Whole extends ScalarCodec {
        Whole() {
            super("int64", 0L);
        }

        @Override
        Object read(Object tree, Decoding in) {
            if (tree instanceof Long) {
                return tree;
            }
            if (tree instanceof Integer number) {
                return number.longValue();
            }
            if (tree instanceof Double number) {
                throw in.number(
                        "a whole number of 64 bits",
                        number,
                        goType(),
                        ConverterWords.scalar(number, goType(), goType()));
            }
            throw in.mismatch("a whole number", tree, goType(), ConverterWords.scalar(tree, goType(), goType()));
        }

        @Override
        void write(Object value, Sink out) {
            out.whole((Long) value);
        }
    }

    static final class Fraction extends ScalarCodec {
        Fraction() {
            super("float64", 0.0);
        }

        @Override
        Object read(Object tree, Decoding in) {
            if (tree instanceof Number number) {
                return number.doubleValue();
            }
            throw in.mismatch("a number", tree, goType(), ConverterWords.scalar(tree, goType(), goType()));
        }

        @Override
        void write(Object value, Sink out) {
            out.number((Double) value);
        }
    }

    static final class Amount extends ScalarCodec {
        Amount() {
            super("resource.Quantity", Quantity.ZERO);
        }

        @Override
        Object read(Object tree, Decoding in) {
            String text;
            if (tree instanceof String string) {
                text = string.strip();
            } else if (tree instanceof Double number) {
                text = GoNumbers.json(number);
            } else {
                text = String.valueOf(
                        tree); // a whole number; anything else is refused like a bad text, as upstream does
            }
            try {
                return Quantity.parse(text);
            } catch (IllegalArgumentException e) {
                throw in.wrong("a quantity such as 500m or 2Gi", tree, String.valueOf(e.getMessage()));
            }
        }

        @Override
        void write(Object value, Sink out) {
            out.string(value.toString());
        }
    }

    static final class Either extends ScalarCodec {
        Either() {
            super("intstr.IntOrString", IntOrString.ZERO);
        }

        @Override
        Object read(Object tree, Decoding in) {
            if (tree instanceof String text) {
                return IntOrString.of(text);
            }
            if (tree instanceof Long number && number == (int) (long) number) {
                return IntOrString.of((int) (long) number);
            }
            if (tree instanceof Integer number) {
                return IntOrString.of(number);
            }
            if (tree instanceof Number number) {
                throw in.number("a whole number of 32 bits or a string", number, "int32");
            }
            throw in.mismatch("a whole number or a string", tree, "int32");
        }

        @Override
        void write(Object value, Sink out) {
            IntOrString either = (IntOrString) value;
            if (either.isInt()) {
                out.whole(either.intValue());
            } else {
                out.string(either.toString());
            }
        }
    }
}
