/**
 * The API server without a wire: every request, whoever sends it and however it arrives, is an
 * {@link io.kubelayers.nucleus.server.ApiRequest} that walks the same stages.
 *
 * <pre>
 * authenticate ► flow control ► authorize ► decode + default ► mutate ► validate ► admit ► store
 * </pre>
 *
 * <p>Stages are objects ({@link io.kubelayers.nucleus.server.Stage}): they can be listed, traced and replaced. What a kind
 * does beyond the ordinary (defaults, checks, what a write may change) is its {@link io.kubelayers.nucleus.server.KindRules}.
 * No HTTP here; the interface layer puts that in front.
 */
@NullMarked
package io.kubelayers.nucleus.server;

import org.jspecify.annotations.NullMarked;
