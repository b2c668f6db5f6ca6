/**
 * How streams of containers are cut into frames: the channel protocols that clients speak over WebSocket for {@code exec},
 * {@code attach} and {@code portforward} (apimachinery {@code util/remotecommand}, {@code httpstream/wsstream}). No wire
 * here: frames go in, frames come out, and a server carries them.
 *
 * <pre>{@code
 * Channels channels = ProcessChannels.of(process, ChannelProtocol.named("v5.channel.k8s.io").get(), asked);
 * channels.receive(Frame.binary(new byte[] {0, 'l', 's', '\n'}));      // input is channel 0
 * channels.poll();                                                     // Frame[text=false, 1 ...]: output is channel 1
 * }</pre>
 */
@NullMarked
package io.kubelayers.interfaces.http.stream;

import org.jspecify.annotations.NullMarked;
