/**
 * Where time, randomness and identifiers come from: one {@link io.kubelayers.nucleus.runtime.Runtime} hands them out, so
 * that a simulation runs the very code that production runs, and the same seed gives the same run.
 */
@NullMarked
package io.kubelayers.nucleus.runtime;

import org.jspecify.annotations.NullMarked;
