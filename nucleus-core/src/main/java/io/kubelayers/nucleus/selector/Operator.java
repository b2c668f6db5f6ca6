package io.kubelayers.nucleus.selector;

/** How a {@link Requirement} compares a label with its values ({@code apimachinery/pkg/selection}). */
public enum Operator {
    /** The label is there and its value is one of those given. */
    IN("in"),
    /** The label is not there, or its value is none of those given. */
    NOT_IN("notin"),
    /** The label is there with this value. */
    EQUALS("="),
    /** The same as {@link #EQUALS}, as it was written. */
    DOUBLE_EQUALS("=="),
    /** The label is not there, or has another value. */
    NOT_EQUALS("!="),
    /** The label is an integer greater than the value. */
    GREATER_THAN("gt"),
    /** The label is an integer less than the value. */
    LESS_THAN("lt"),
    /** The label is there. */
    EXISTS("exists"),
    /** The label is not there. */
    DOES_NOT_EXIST("!");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as upstream names it: {@code notin}, {@code !=}, {@code gt}. */
    public String symbol() {
        return symbol;
    }
}
