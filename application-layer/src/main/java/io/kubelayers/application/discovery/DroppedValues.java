package io.kubelayers.application.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An update that changes the type of a Service, without the values that the new type has no use for. Only values that
 * the update left as they were go; others are for validation to refuse ({@code dropTypeDependentFields} in {@code
 * pkg/registry/core/service/strategy.go}).
 */
final class DroppedValues {
    private DroppedValues() {}

    static Service of(Service service, Service previous) {
        var spec = service.spec();
        var old = previous.spec();
        spec = addresses(service, previous);
        if (ServiceAllocation.needsNodePorts(previous)
                && !ServiceAllocation.needsNodePorts(service)
                && nodePorts(spec).equals(nodePorts(old))) {
            spec = spec.withPorts(withoutNodePorts(spec.ports()));
        }
        if (ServiceAllocation.needsHealthCheckPort(previous)
                && !ServiceAllocation.needsHealthCheckPort(service)
                && spec.healthCheckNodePort() == old.healthCheckNodePort()) {
            spec = spec.withHealthCheckNodePort(0);
        }
        boolean noBalancer = isBalanced(old) && !isBalanced(spec);
        if (noBalancer && Objects.equals(spec.allocateLoadBalancerNodePorts(), old.allocateLoadBalancerNodePorts())) {
            spec = spec.withAllocateLoadBalancerNodePorts(null);
        }
        if (noBalancer && Objects.equals(spec.loadBalancerClass(), old.loadBalancerClass())) {
            spec = spec.withLoadBalancerClass(null);
        }
        if (ServiceTrafficChecks.isExternallyAccessible(previous)
                && !ServiceTrafficChecks.isExternallyAccessible(service)
                && Objects.equals(spec.externalTrafficPolicy(), old.externalTrafficPolicy())) {
            spec = spec.withExternalTrafficPolicy(null);
        }
        var status = isBalanced(spec)
                ? service.status()
                : service.status().withLoadBalancer(Service.LoadBalancerStatus.EMPTY);
        return service.withSpec(spec).withStatus(status);
    }

    private static Service.Spec addresses(Service service, Service previous) {
        var spec = service.spec();
        var old = previous.spec();
        if (!ServiceAllocation.needsClusterIp(previous) || ServiceAllocation.needsClusterIp(service)) {
            return spec;
        }
        boolean sameIps = Objects.equals(spec.clusterIP(), old.clusterIP())
                && spec.clusterIPs().equals(old.clusterIPs());
        boolean sameFamilies = spec.ipFamilies().equals(old.ipFamilies());
        if (sameIps) {
            spec = spec.withClusterIP(null).withClusterIPs(List.of());
        }
        if (sameFamilies) {
            spec = spec.withIpFamilies(List.of());
        }
        return Objects.equals(spec.ipFamilyPolicy(), old.ipFamilyPolicy()) ? spec.withIpFamilyPolicy(null) : spec;
    }

    private static boolean isBalanced(Service.Spec spec) {
        return Service.Type.LOAD_BALANCER.equals(spec.type());
    }

    private static List<Integer> nodePorts(Service.Spec spec) {
        return spec.ports().stream().map(ServicePort::nodePort).sorted().toList();
    }

    private static List<ServicePort> withoutNodePorts(List<ServicePort> ports) {
        var without = new ArrayList<ServicePort>();
        for (var port : ports) {
            without.add(port.withNodePort(0));
        }
        return without;
    }
}
