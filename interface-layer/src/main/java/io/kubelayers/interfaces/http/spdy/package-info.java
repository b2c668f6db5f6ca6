/**
 * SPDY/3.1 as far as Kubernetes' clients speak it: many streams on one connection, as {@code kubectl port-forward} opens
 * them, inside a WebSocket or instead of HTTP on the same socket (SPDY Protocol, draft 3.1; apimachinery
 * {@code httpstream/spdy}). No wire here: bytes go in, bytes come out.
 *
 * <p>Flow control windows are not kept, as Kubernetes' own clients don't keep them either; a connection that does not take
 * bytes makes the server stop reading instead.
 *
 * <pre>{@code
 * Channels channels = SpdyPorts.of(ports);
 * channels.receive(Frame.binary(bytes));       // SYN_STREAM, data …
 * channels.poll();                             // SYN_REPLY, data …
 * }</pre>
 */
@NullMarked
package io.kubelayers.interfaces.http.spdy;

import org.jspecify.annotations.NullMarked;
