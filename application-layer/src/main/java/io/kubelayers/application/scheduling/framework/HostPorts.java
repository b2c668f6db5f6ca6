package io.kubelayers.application.scheduling.framework;

import java.util.List;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The host ports taken on a node. Immutable.
 *
 * <p>A persistent map from the port number to those who took it: adding, removing and looking for a conflict cost a
 * logarithm of the number of ports.
 */
public final class HostPorts {
    static final HostPorts NONE = new HostPorts(HashTreePMap.empty());

    private final PMap<Integer, PVector<HostPort>> byNumber;

    private HostPorts(PMap<Integer, PVector<HostPort>> byNumber) {
        this.byNumber = byNumber;
    }

    public boolean isEmpty() {
        return byNumber.isEmpty();
    }

    /** Whether one of the wanted ports is taken. */
    public boolean conflictWith(List<HostPort> wanted) {
        for (var port : wanted) {
            var taken = byNumber.get(port.port());
            if (taken != null && taken.stream().anyMatch(port::conflictsWith)) {
                return true;
            }
        }
        return false;
    }

    HostPorts with(List<HostPort> ports) {
        var result = byNumber;
        for (var port : ports) {
            var taken = result.get(port.port());
            result = result.plus(port.port(), taken == null ? TreePVector.singleton(port) : taken.plus(port));
        }
        return ports.isEmpty() ? this : new HostPorts(result);
    }

    HostPorts without(List<HostPort> ports) {
        var result = byNumber;
        for (var port : ports) {
            var taken = result.get(port.port());
            if (taken != null) {
                var left = taken.minus((Object) port);
                result = left.isEmpty() ? result.minus(port.port()) : result.plus(port.port(), left);
            }
        }
        return ports.isEmpty() ? this : new HostPorts(result);
    }

    /** Without these ports, whoever else took them. */
    HostPorts freed(List<HostPort> ports) {
        var result = byNumber;
        for (var port : ports) {
            var taken = result.get(port.port());
            if (taken != null) {
                var left = TreePVector.from(
                        taken.stream().filter(other -> !other.equals(port)).toList());
                result = left.isEmpty() ? result.minus(port.port()) : result.plus(port.port(), left);
            }
        }
        return ports.isEmpty() ? this : new HostPorts(result);
    }
}
