package io.kubelayers.application.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An update of a Service that leaves allocated values out, with the values it has. */
final class KeptValues {
    private KeptValues() {}

    static Service of(Service service, Service previous) {
        var spec = service.spec();
        var old = previous.spec();
        if (ServiceAllocation.needsClusterIp(service) && ServiceAllocation.needsClusterIp(previous)) {
            if (spec.clusterIP() == null) {
                spec = spec.withClusterIP(old.clusterIP());
            }
            if (spec.clusterIPs().isEmpty() && Objects.equals(spec.clusterIP(), old.clusterIP())) {
                spec = spec.withClusterIPs(old.clusterIPs());
            }
        }
        if (ServiceAllocation.needsNodePorts(service) && ServiceAllocation.needsNodePorts(previous)) {
            spec = spec.withPorts(ports(spec.ports(), old.ports()));
        }
        boolean healthChecked =
                ServiceAllocation.needsHealthCheckPort(service) && ServiceAllocation.needsHealthCheckPort(previous);
        if (healthChecked && spec.healthCheckNodePort() == 0) {
            spec = spec.withHealthCheckNodePort(old.healthCheckNodePort());
        }
        return service.withSpec(spec);
    }

    /**
     * The list of cluster IPs brought in step with the single one, which is all that old clients know: a create lists it,
     * an update that changed or removed it alone changes the list too.
     */
    static Service inStep(Service service, @Nullable Service previous) {
        var spec = service.spec();
        var ip = spec.clusterIP();
        if (previous == null) {
            return ip != null && spec.clusterIPs().isEmpty()
                    ? service.withSpec(spec.withClusterIPs(List.of(ip)))
                    : service;
        }
        var old = previous.spec();
        boolean sameList = spec.clusterIPs().equals(old.clusterIPs());
        if (Objects.equals(ip, old.clusterIP())) {
            return spec.clusterIPs().isEmpty() && !old.clusterIPs().isEmpty() && ip != null
                    ? service.withSpec(spec.withClusterIPs(old.clusterIPs()))
                    : service;
        }
        if (!sameList && !(spec.clusterIPs().isEmpty() && old.clusterIPs().isEmpty())) {
            return spec.clusterIPs().isEmpty() && ip != null
                    ? service.withSpec(spec.withClusterIPs(List.of(ip)))
                    : service;
        }
        return service.withSpec(spec.withClusterIPs(ip == null ? List.of() : List.of(ip)));
    }

    /** A port keeps the node port of the former port of its number and protocol, if no other port asks for it. */
    private static List<ServicePort> ports(List<ServicePort> ports, List<ServicePort> old) {
        Set<Integer> used = new HashSet<>();
        ports.forEach(port -> used.add(port.nodePort()));
        Map<String, Integer> before = new HashMap<>();
        old.forEach(port -> before.put(key(port), port.nodePort()));
        var kept = new ArrayList<ServicePort>();
        for (var port : ports) {
            int former = before.getOrDefault(key(port), 0);
            boolean takes = port.nodePort() == 0 && former != 0 && !used.contains(former);
            kept.add(takes ? port.withNodePort(former) : port);
        }
        return kept;
    }

    private static String key(ServicePort port) {
        return TargetPorts.protocol(port) + "/" + port.port();
    }
}
