/**
 * What the tests of all modules share: objects of any kind, made from the schema of its record.
 *
 * <pre>{@code
 * Pod pod = Objects.full(Pod.class);                       // every field set, always the same
 * @Provide Arbitrary<Pod> pods() { return Objects.of(Pod.class); }
 * }</pre>
 */
@NullMarked
package io.kubelayers.testing;

import org.jspecify.annotations.NullMarked;
