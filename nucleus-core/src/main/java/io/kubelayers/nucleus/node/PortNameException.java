package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.value.IntOrString;

/** A probe or a hook means a port that its container does not have; the message is Go's. */
final class PortNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private PortNameException(String message) {
        super(message);
    }

    /**
     * The number of a port of a container (kubelet {@code probe/util.go}, ResolveContainerPort).
     *
     * @throws PortNameException if there is none of that name
     */
    static int resolved(IntOrString port, Container container) {
        if (port.isInt()) {
            return valid(port.intValue());
        }
        var name = port.toString();
        for (var declared : container.ports()) {
            if (name.equals(declared.name())) {
                return valid(declared.containerPort());
            }
        }
        try {
            return valid(Integer.parseInt(name));
        } catch (NumberFormatException e) {
            throw new PortNameException("strconv.Atoi: parsing \"" + name + "\": invalid syntax");
        }
    }

    private static int valid(int port) {
        if (port <= 0 || port >= 65_536) {
            throw new PortNameException("invalid port number: " + port);
        }
        return port;
    }
}
