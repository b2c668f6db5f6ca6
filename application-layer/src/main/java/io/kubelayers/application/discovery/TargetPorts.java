package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The ports of a pod that a Service sends to.
 *
 * <p>A numeric target port is taken as it is; a named one is looked up among the ports of the pod's containers and
 * sidecars, of the same protocol. A service port that a pod lacks is left out for that pod, so pods may fall into groups
 * of different ports, each with slices of its own. Upstream source: {@code getEndpointPorts} and {@code findPort} in
 * {@code staging/src/k8s.io/endpointslice/utils.go}.
 */
public final class TargetPorts {
    static final Comparator<EndpointSlice.EndpointPort> ORDER =
            Comparator.<EndpointSlice.EndpointPort, String>comparing(port -> text(port.name()))
                    .thenComparing(port -> text(port.protocol()))
                    .thenComparing(port -> port.port() == null ? -1 : port.port())
                    .thenComparing(port -> text(port.appProtocol()));

    private TargetPorts() {}

    /** The endpoint ports of a pod, in the order of the service's ports. */
    public static List<EndpointSlice.EndpointPort> of(Service service, Pod pod) {
        var ports = new ArrayList<EndpointSlice.EndpointPort>();
        for (var port : service.spec().ports()) {
            var number = find(pod, port);
            if (number.isPresent()) {
                ports.add(new EndpointSlice.EndpointPort(
                        text(port.name()), protocol(port), number.getAsInt(), port.appProtocol()));
            }
        }
        return List.copyOf(ports);
    }

    /** The number of the container port a service port means; absent if the pod has none of that name and protocol. */
    public static OptionalInt find(Pod pod, ServicePort port) {
        var target = port.targetPort();
        if (target.isInt()) {
            // undefaulted objects leave the target port out: it equals the port
            return OptionalInt.of(target.intValue() == 0 ? port.port() : target.intValue());
        }
        var name = target.toString();
        for (var container : pod.spec().containers()) {
            var found = find(container, name, protocol(port));
            if (found.isPresent()) {
                return found;
            }
        }
        for (var container : pod.spec().initContainers()) {
            if (ContainerRestartPolicy.ALWAYS.equals(container.restartPolicy())) {
                var found = find(container, name, protocol(port));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt find(Container container, String name, String protocol) {
        for (var port : container.ports()) {
            boolean sameProtocol = protocol.equals(port.protocol() == null ? Protocol.TCP : port.protocol());
            if (name.equals(port.name()) && sameProtocol) {
                return OptionalInt.of(port.containerPort());
            }
        }
        return OptionalInt.empty();
    }

    static String protocol(ServicePort port) {
        return port.protocol() == null ? Protocol.TCP : port.protocol();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
