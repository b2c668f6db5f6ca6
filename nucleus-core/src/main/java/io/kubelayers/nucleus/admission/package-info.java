/**
 * Admission: the last word on a write, after authorization and before the store.
 *
 * <p>Mutating plugins run first, in order, each seeing what the last one made; then the object is validated; then
 * validating plugins run. A plugin refuses by throwing an {@link io.kubelayers.nucleus.errors.ApiException}, with the
 * decision behind it attached by {@code because}.
 */
@NullMarked
package io.kubelayers.nucleus.admission;

import org.jspecify.annotations.NullMarked;
