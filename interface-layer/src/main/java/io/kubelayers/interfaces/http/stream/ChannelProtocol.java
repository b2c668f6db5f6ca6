package io.kubelayers.interfaces.http.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A protocol of numbered channels over WebSocket messages. In the binary forms a message is the number of the channel as a
 * byte and then the content; in the base64 forms the number as a digit and then the content in base64.
 *
 * @param name as clients ask for it in {@code Sec-WebSocket-Protocol}; "" if they ask for nothing
 * @param version 1: errors are told as text; 4: as a Status; 5: and the client can close a channel
 * @param base64 whether messages are text
 */
public record ChannelProtocol(String name, int version, boolean base64) {
    private static final List<ChannelProtocol> ALL = List.of(
            new ChannelProtocol("", 1, false),
            new ChannelProtocol("channel.k8s.io", 1, false),
            new ChannelProtocol("base64.channel.k8s.io", 1, true),
            new ChannelProtocol("v4.channel.k8s.io", 4, false),
            new ChannelProtocol("v4.base64.channel.k8s.io", 4, true),
            new ChannelProtocol("v5.channel.k8s.io", 5, false));

    /** The protocol of that name. */
    public static Optional<ChannelProtocol> named(String name) {
        for (var protocol : ALL) {
            if (protocol.name.equals(name)) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    /** The first of the wanted ones that is known; the nameless one if nothing is wanted. */
    public static Optional<ChannelProtocol> chosen(List<String> wanted) {
        return chosen(wanted, 5);
    }

    /** The first of the wanted ones that is known and not newer than that version. */
    public static Optional<ChannelProtocol> chosen(List<String> wanted, int newest) {
        if (wanted.isEmpty()) {
            return named("");
        }
        for (var name : wanted) {
            var protocol = named(name);
            if (protocol.isPresent() && !name.isEmpty() && protocol.get().version() <= newest) {
                return protocol;
            }
        }
        return Optional.empty();
    }

    /** A message for the client. */
    Frame encode(int channel, byte[] content) {
        if (base64) {
            var encoded = Base64.getEncoder().encode(content);
            var message = new byte[encoded.length + 1];
            message[0] = (byte) ('0' + channel);
            System.arraycopy(encoded, 0, message, 1, encoded.length);
            return new Frame(true, message);
        }
        var message = new byte[content.length + 1];
        message[0] = (byte) channel;
        System.arraycopy(content, 0, message, 1, content.length);
        return Frame.binary(message);
    }

    /** The channel of a message; -1 for a message without. */
    int channel(Frame frame) {
        if (frame.bytes().length == 0) {
            return -1;
        }
        int first = frame.bytes()[0] & 0xff;
        return base64 ? first - '0' : first;
    }

    /**
     * The content of a message.
     *
     * @throws ChannelException if it is not base64 where it should be
     */
    byte[] content(Frame frame) {
        var bytes = frame.bytes();
        var rest = bytes.length == 0 ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
        if (!base64) {
            return rest;
        }
        try {
            return Base64.getDecoder().decode(new String(rest, StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            throw new ChannelException("illegal base64 data in a message");
        }
    }
}
