/**
 * Untrusted bytes and what may become of them. A {@link io.kubelayers.fuzz.FuzzTarget} reads any input and either succeeds or
 * throws the error its part documents; anything else, a hang included, is a bug. The seeds, and inputs that once found a bug,
 * are run by {@code FuzzSeedsTest} with the other tests; {@code mvn verify -Pfuzz} looks for new ones with Jazzer.
 */
@NullMarked
package io.kubelayers.fuzz;

import org.jspecify.annotations.NullMarked;
