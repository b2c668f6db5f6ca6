package io.kubelayers.interfaces.testkit.fabric8;

import io.fabric8.kubernetes.client.http.WebSocket;
import io.kubelayers.interfaces.http.inprocess.InProcessSocket;
import io.kubelayers.interfaces.http.stream.Frame;
import java.nio.ByteBuffer;

/** A web socket as fabric8 uses it: the listener asks for each message after the first. */
final class InProcessWebSocket implements WebSocket, InProcessSocket.Receiver {
    private final InProcessSocket link;
    private final Listener listener;

    private InProcessWebSocket(InProcessSocket link, Listener listener) {
        this.link = link;
        this.listener = listener;
    }

    static InProcessWebSocket open(InProcessSocket link, Listener listener) {
        var socket = new InProcessWebSocket(link, listener);
        listener.onOpen(socket);
        link.start(socket);
        link.demand();
        return socket;
    }

    @Override
    public boolean send(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return link.send(Frame.binary(bytes));
    }

    @Override
    public boolean sendClose(int code, String reason) {
        return link.close(code, reason);
    }

    @Override
    public long queueSize() {
        return link.unread();
    }

    @Override
    public void request() {
        link.demand();
    }

    @Override
    public void received(Frame frame) {
        if (frame.isText()) {
            listener.onMessage(this, frame.text());
        } else {
            listener.onMessage(this, ByteBuffer.wrap(frame.bytes()));
        }
    }

    @Override
    public void closed(int code, String reason) {
        listener.onClose(this, code, reason);
    }
}
