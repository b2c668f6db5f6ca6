package io.kubelayers.application.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            if (spec.clusterIPs().isEmpty() && String.valueOf(spec.clusterIP()).equals(old.clusterIP())) {
                spec = spec.withClusterIPs(old.clusterIPs());
            }
            if (spec.ipFamilies().isEmpty()) {
                spec = spec.withIpFamilies(old.ipFamilies());
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
