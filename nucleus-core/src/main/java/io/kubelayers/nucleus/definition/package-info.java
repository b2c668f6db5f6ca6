/** Rules of CustomResourceDefinition, the kind: defaults, validation, what a change may change. */
@NullMarked
package io.kubelayers.nucleus.definition;

import org.jspecify.annotations.NullMarked;
