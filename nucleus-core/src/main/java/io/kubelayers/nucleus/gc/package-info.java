/**
 * Garbage collection by owner references: what belongs to a deleted object goes with it (background), before it
 * (foreground) or is set free (orphan).
 *
 * <p>The graph of owners and dependents is the store's own index by owner uid; nothing is kept twice.
 */
@NullMarked
package io.kubelayers.nucleus.gc;

import org.jspecify.annotations.NullMarked;
