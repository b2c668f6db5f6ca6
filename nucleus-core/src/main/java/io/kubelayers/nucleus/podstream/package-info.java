/**
 * The subresources of pods that open a stream: {@code log}, {@code exec}, {@code attach}, {@code portforward} and
 * {@code proxy}. Upstream these are spread over the API server's registry (registry/core/pod) and the kubelet's server.
 *
 * <p>{@link io.kubelayers.nucleus.podstream.ContainerChoice} and {@link io.kubelayers.nucleus.podstream.LogChoice} decide
 * which container and which of its runs is meant, with upstream's words where none is; {@link
 * io.kubelayers.nucleus.podstream.LogView} shows a log as it was asked for. The subresources are the shells.
 *
 * <pre>{@code
 * ContainerChoice.of(pod, "");       // a container name must be specified for pod web, choose one of: [app sidecar]
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.podstream;

import org.jspecify.annotations.NullMarked;
