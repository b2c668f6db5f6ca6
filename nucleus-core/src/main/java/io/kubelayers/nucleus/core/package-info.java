/** The core kinds of the nucleus: pods and what runs in them, nodes, namespaces, configuration, volumes, events. */
@NullMarked
package io.kubelayers.nucleus.core;

import org.jspecify.annotations.NullMarked;
