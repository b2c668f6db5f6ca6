/** The events.k8s.io/v1 form of events; objects are held as {@link io.kubelayers.nucleus.core.Event}. */
@ApiPackage("events/v1")
@NullMarked
package io.kubelayers.nucleus.events;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
