/** Scalar values of the API that Java has no type for: quantities, int-or-string, bytes, and how absence is held. */
@NullMarked
package io.kubelayers.nucleus.value;

import org.jspecify.annotations.NullMarked;
