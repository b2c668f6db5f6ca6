/** The core kinds of the nucleus: pods and what runs in them, nodes, namespaces, configuration, volumes, events. */
@ApiPackage("core/v1")
@NullMarked
package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
