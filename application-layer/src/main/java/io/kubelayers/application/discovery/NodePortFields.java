package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Fills the node ports of a Service, and the port by which a load balancer asks for its health. */
final class NodePortFields {
    private final Service service;
    private final @Nullable Service previous;
    private final NodePortRange range;
    private final RandomGenerator random;
    private final Predicate<Integer> takenByOthers;
    private final Set<Integer> given = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    NodePortFields(Service service, @Nullable Service previous, AddressPool pool, RandomGenerator random) {
        this.service = service;
        this.previous = previous;
        this.range = pool.nodePorts();
        this.random = random;
        this.takenByOthers = pool.takenPorts();
    }

    List<Finding> findings() {
        return findings;
    }

    Service filled() {
        var spec = service.spec();
        boolean reachedByNodes =
                Service.Type.NODE_PORT.equals(spec.type()) || Service.Type.LOAD_BALANCER.equals(spec.type());
        if (reachedByNodes) {
            spec = spec.withPorts(ports());
        }
        boolean hasCheck = previous != null && ServiceAllocation.needsHealthCheckPort(previous);
        if (ServiceAllocation.needsHealthCheckPort(service) && !hasCheck) {
            spec.ports().forEach(port -> given.add(port.nodePort()));
            spec = spec.withHealthCheckNodePort(
                    port(FieldPath.of("spec", "healthCheckNodePort"), spec.healthCheckNodePort()));
        }
        return service.withSpec(spec);
    }

    /** Ports of one number and different protocols share a node port, unless they ask for different ones. */
    private List<ServicePort> ports() {
        Map<Integer, Integer> byPort = new HashMap<>();
        var ports = new ArrayList<ServicePort>();
        var asked = service.spec().ports();
        for (int i = 0; i < asked.size(); i++) {
            var port = asked.get(i);
            if (port.nodePort() == 0 && !ServiceAllocation.needsNodePorts(service)) {
                ports.add(port); // none wanted, but those asked for are given
                continue;
            }
            var shared = byPort.get(port.port());
            int wanted = port.nodePort() == 0 && shared == null ? askedFor(port.port(), asked) : port.nodePort();
            int nodePort = shared != null && (wanted == 0 || wanted == shared)
                    ? shared
                    : port(FieldPath.of("spec", "ports").index(i).child("nodePort"), wanted);
            given.add(nodePort);
            byPort.putIfAbsent(port.port(), nodePort);
            ports.add(port.withNodePort(nodePort));
        }
        return ports;
    }

    private static int askedFor(int port, List<ServicePort> ports) {
        for (var other : ports) {
            if (other.port() == port && other.nodePort() != 0) {
                return other.nodePort();
            }
        }
        return 0;
    }

    private boolean isTaken(int port) {
        return given.contains(port) || takenByOthers.test(port);
    }

    private int port(FieldPath path, int wanted) {
        if (wanted != 0 && previous != null && holds(previous, wanted)) {
            return wanted;
        }
        try {
            var allocation = wanted == 0
                    ? Allocation.next(range, this::isTaken, random)
                    : Allocation.of(range, this::isTaken, wanted);
            findings.add(allocation.finding());
            return allocation.value();
        } catch (AllocationException refused) {
            var why = String.valueOf(refused.getMessage());
            throw new InvalidFieldsException(List.of(
                    wanted == 0
                            ? FieldError.internal(path, "failed to allocate a nodePort: " + why)
                            : FieldError.invalid(path, wanted, why)));
        }
    }

    private static boolean holds(Service service, int nodePort) {
        if (service.spec().healthCheckNodePort() == nodePort) {
            return true;
        }
        for (var port : service.spec().ports()) {
            if (port.nodePort() == nodePort) {
                return true;
            }
        }
        return false;
    }
}
