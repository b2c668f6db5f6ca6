/**
 * Namespaces: what they are, what may be created in them, and how they go away with all they contain.
 */
@NullMarked
package io.kubelayers.nucleus.namespace;

import org.jspecify.annotations.NullMarked;
