/** Short lessons, one a layer, and how to embed one decision alone. Each has a {@code main} and a test of what it prints. */
@NullMarked
package io.kubelayers.examples;

import org.jspecify.annotations.NullMarked;
