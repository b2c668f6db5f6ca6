/** What the HTTP face and its authentication make of untrusted bytes. */
@NullMarked
package io.kubelayers.fuzz;

import org.jspecify.annotations.NullMarked;
