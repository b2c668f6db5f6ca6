/**
 * Pods as the API server sees them: their defaults, what may be changed, how they are bound to nodes and how long they may
 * take to stop. Running them is the node agent's business.
 */
@NullMarked
package io.kubelayers.nucleus.pod;

import org.jspecify.annotations.NullMarked;
