package io.kubelayers.governance.podsecurity;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Containers must not listen on ports of their node.
 *
 * <p>Fields: {@code ports[*].hostPort} of every container. Upstream: {@code policy/check_hostPorts.go}.
 */
final class HostPortsCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "hostPorts";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(Revision.since(0, HostPortsCheck::test));
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var culprits = new Culprits();
        var ports = new TreeSet<String>();
        for (var container : pod.containers()) {
            boolean bad = false;
            for (var port : container.ports()) {
                if (port.hostPort() != 0) {
                    bad = true;
                    ports.add(Integer.toString(port.hostPort()));
                }
            }
            if (bad) {
                culprits.add(container.name());
            }
        }
        return culprits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "hostPort",
                        culprits + " " + culprits.verb("uses", "use")
                                + Culprits.plural(ports.size(), " hostPort ", " hostPorts ")
                                + String.join(", ", ports)));
    }
}
