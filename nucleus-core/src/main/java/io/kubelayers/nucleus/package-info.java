/**
 * Layer 1, the nucleus: object model, API server, store, controller machinery, node agent. This package lists its kinds.
 *
 * <pre>{@code
 * TypeRegistry types = TypeRegistry.of(NucleusKinds.ALL);
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus;

import org.jspecify.annotations.NullMarked;
