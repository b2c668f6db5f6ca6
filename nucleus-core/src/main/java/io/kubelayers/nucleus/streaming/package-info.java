/**
 * What goes in and out of running containers: logs, commands, terminals, connections to ports. Upstream that is the
 * streaming half of the Container Runtime Interface and what the kubelet's server makes of it, without a wire.
 *
 * <p>{@link io.kubelayers.nucleus.streaming.ContainerStreams} is what a runtime offers. Whatever it opens is a
 * {@link io.kubelayers.nucleus.streaming.Session}: nobody waits on one, one asks it and is woken, so thousands need no
 * thread each, and on a virtual clock everything comes in the same order every time.
 *
 * <pre>{@code
 * ContainerProcess date = runtime.streams().exec(pod, container, List.of("date"), false);
 * date.poll();                       // Output[error=false, ...] once there is some
 * date.exit();                       // Exit[code=0, failure=null] once it has ended and all output was taken
 * }</pre>
 *
 * <pre>
 *  client ─► ApiServer ─► pod.LogSubresource, ExecSubresource … ─► RuntimeLink ─► ContainerStreams of the node agent's runtime
 *    ▲                         (which container? is it there?)                          │
 *    └───────────── Session: poll, be woken, send, close ◄───────────────────────────────┘
 * </pre>
 */
@NullMarked
package io.kubelayers.nucleus.streaming;

import org.jspecify.annotations.NullMarked;
