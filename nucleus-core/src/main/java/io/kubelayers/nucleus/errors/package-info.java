/** Errors as the API answers them: a typed exception that carries the Status a client would see. */
@NullMarked
package io.kubelayers.nucleus.errors;

import org.jspecify.annotations.NullMarked;
