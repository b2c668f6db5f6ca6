/**
 * Rules of dynamic resource allocation: what claims for devices, their templates, classes of devices and the slices in which
 * drivers publish devices may look like. The kinds themselves are in {@code io.kubelayers.nucleus.resource}.
 *
 * <pre>{@code
 * spec.devices.requests[0].exactly.count: Invalid value: -1: must be greater than zero
 * }</pre>
 *
 * <p>Expressions that select devices must be there and not too long; they are not compiled.
 */
@NullMarked
package io.kubelayers.nucleus.device;

import org.jspecify.annotations.NullMarked;
