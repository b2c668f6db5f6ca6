/**
 * Scalar values of the API that Java has no type for: quantities, int-or-string, bytes, and how absence is held.
 *
 * <pre>{@code
 * Quantity cpu = Quantity.parse("1.5").add(Quantity.parse("250m"));   // 1750m
 * long surge = IntOrString.parse("25%").scaled(10, true);             // 3
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.value;

import org.jspecify.annotations.NullMarked;
