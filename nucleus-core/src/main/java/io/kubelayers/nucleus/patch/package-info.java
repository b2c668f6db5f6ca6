/**
 * Changes to JSON trees: RFC 6902 JSON patch and RFC 7386 merge patch, as pure functions. Trees are plain maps, lists and
 * scalars; inputs are never modified.
 */
@NullMarked
package io.kubelayers.nucleus.patch;

import org.jspecify.annotations.NullMarked;
