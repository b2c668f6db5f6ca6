/**
 * What a kind is: the annotations that describe records, and the registry and schemas read from them.
 *
 * <p>{@link io.kubelayers.nucleus.api.Kind} on a record is the one source for discovery, routing and table columns; the
 * field annotations are the one source for structure: required fields, list and patch merging, defaults, limits. Nothing
 * of this is said twice anywhere in the product.
 */
@NullMarked
package io.kubelayers.nucleus.api;

import org.jspecify.annotations.NullMarked;
