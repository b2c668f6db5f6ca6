package io.kubelayers.nucleus.value;

/** A number or a text, such as a percentage or the name of a port. */
public final class IntOrString {
    public static final IntOrString ZERO = new IntOrString();
}
