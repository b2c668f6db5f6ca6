/** The events.k8s.io/v1 form of events; objects are held as {@link io.kubelayers.nucleus.core.Event}. */
@NullMarked
package io.kubelayers.nucleus.events;

import org.jspecify.annotations.NullMarked;
