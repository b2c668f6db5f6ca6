package io.kubelayers.nucleus.value;

/**
 * A result that would need more than {@value #MAX_DIGITS} digits, for example {@code 1e1000000000} plus one. Upstream
 * has no such limit and runs out of memory instead; real amounts need fewer than forty.
 */
public final class QuantityRangeException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /** How many decimal digits a quantity may be written out to. */
    public static final int MAX_DIGITS = 30_000;

    QuantityRangeException(long digits) {
        super("quantity needs " + digits + " digits, the limit is " + MAX_DIGITS);
    }
}
