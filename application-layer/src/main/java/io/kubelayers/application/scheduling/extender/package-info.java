/**
 * Extenders of the scheduler that are reached by messages: what kube-scheduler sends to the URLs under {@code extenders:}
 * of its configuration, and what it makes of the answers ({@code kube-scheduler/extender/v1}).
 *
 * <p>This package knows the messages; how they travel is an {@link
 * io.kubelayers.application.scheduling.extender.ExtenderTransport}, which the interface layer makes of HTTP and a test of
 * a lambda:
 *
 * <pre>{@code
 * var settings = ExtenderSettings.at("http://gpu.example.com/scheduler").withFilterVerb("filter");
 * Profile.standard().edit().extendedBy(WireExtender.of(settings, transport)).build();
 * }</pre>
 */
@NullMarked
package io.kubelayers.application.scheduling.extender;

import org.jspecify.annotations.NullMarked;
