package io.kubelayers.nucleus.cel;

/**
 * A word of an expression.
 *
 * @param text as it is written
 * @param offset where it starts
 */
record Token(Kind kind, String text, int offset) {
    /** What it is. */
    enum Kind {
        IDENTIFIER,
        INT,
        UINT,
        DOUBLE,
        STRING,
        BYTES,
        /** An operator, bracket or one of {@code in true false null}. */
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** As errors name it. */
    String named() {
        return kind == Kind.END ? "<EOF>" : text;
    }
}
