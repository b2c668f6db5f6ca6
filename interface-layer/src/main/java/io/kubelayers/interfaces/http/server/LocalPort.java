package io.kubelayers.interfaces.http.server;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.program.PortService;
import io.kubelayers.nucleus.streaming.PortConnection;
import java.net.SocketAddress;

/**
 * A port of a simulated container behind which stands a real server of this machine:
 * {@code ContainerScript.standard().serves(8080, LocalPort.at(new InetSocketAddress("127.0.0.1", 9000)))}.
 */
public final class LocalPort implements PortService {
    private final SocketAddress server;

    private LocalPort(SocketAddress server) {
        this.server = server;
    }

    /** The port is that of a server there. */
    public static LocalPort at(SocketAddress server) {
        return new LocalPort(server);
    }

    @Override
    public boolean isSimulated() {
        return false;
    }

    @Override
    public PortConnection connect(Pod pod) {
        return LocalConnection.open(server);
    }
}
