package io.kubelayers.governance.quota;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Services: charged for node ports and load balancers.
 *
 * <p>The intent is counted, since node ports are only assigned later. Source: pkg/quota/v1/evaluator/core/services.go.
 */
final class ServiceUsage implements UsageEvaluator {
    static final ServiceUsage EVALUATOR = new ServiceUsage();

    private static final GroupResource SERVICES = new GroupResource("", ResourceName.SERVICES);
    private static final Set<String> NAMES = Set.of(
            SERVICES.countName(),
            ResourceName.SERVICES,
            ResourceName.SERVICES_NODEPORTS,
            ResourceName.SERVICES_LOADBALANCERS);

    private ServiceUsage() {}

    @Override
    public GroupResource resource() {
        return SERVICES;
    }

    @Override
    public boolean tracks(String quotaName) {
        return NAMES.contains(quotaName);
    }

    @Override
    public boolean handles(QuotaRequest request) {
        return request.subresource().isEmpty() && (request.isCreate() || request.isUpdate());
    }

    @Override
    public Map<String, Quantity> usage(KubernetesObject object, Instant now) {
        var spec = ((Service) object).spec();
        var usage = new TreeMap<String, Quantity>();
        usage.put(SERVICES.countName(), Amounts.one());
        usage.put(ResourceName.SERVICES, Amounts.one());
        boolean balanced = Service.Type.LOAD_BALANCER.equals(spec.type());
        usage.put(ResourceName.SERVICES_LOADBALANCERS, balanced ? Amounts.one() : Amounts.zero());
        usage.put(ResourceName.SERVICES_NODEPORTS, Quantity.of(nodePorts(spec), Quantity.Format.DECIMAL_SI));
        return usage;
    }

    private static long nodePorts(Service.Spec spec) {
        if (Service.Type.NODE_PORT.equals(spec.type())) {
            return spec.ports().size();
        }
        if (!Service.Type.LOAD_BALANCER.equals(spec.type())) {
            return 0;
        }
        return Boolean.FALSE.equals(spec.allocateLoadBalancerNodePorts())
                ? spec.ports().stream().filter(port -> port.nodePort() != 0).count()
                : spec.ports().size();
    }
}
