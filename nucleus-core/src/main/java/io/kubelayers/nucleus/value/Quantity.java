package io.kubelayers.nucleus.value;

/** Amount of a resource. */
public final class Quantity {
    public static final Quantity ZERO = new Quantity();
}
