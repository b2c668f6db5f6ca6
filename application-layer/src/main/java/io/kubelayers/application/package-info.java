/**
 * Layer 2, the application layer: scheduling, workloads, discovery and routing. This package lists its kinds.
 *
 * <pre>{@code
 * TypeRegistry types = TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL);
 * }</pre>
 */
@NullMarked
package io.kubelayers.application;

import org.jspecify.annotations.NullMarked;
