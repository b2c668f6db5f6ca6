package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the API server fills into a Service as it is written: address families, cluster IPs and node ports.
 *
 * <p>An update keeps what the service has, unless its type changes. Upstream source: {@code
 * pkg/registry/core/service/storage/alloc.go} and {@code patchAllocatedValues} in {@code storage.go}.
 *
 * @param service the service to store
 * @param finding each value and where it came from
 */
public record ServiceAllocation(Service service, Finding finding) implements Explained {
    /** The cluster IP of a headless service. */
    public static final String NONE = "None";

    /**
     * Fills in what a service needs.
     *
     * @param service the service as sent, defaults applied
     * @param previous the service as stored; null on creation
     * @param pool what can be had
     * @param random chooses among free addresses and ports
     * @throws InvalidFieldsException if a value that was asked for can't be had, or nothing is left
     */
    public static ServiceAllocation of(
            Service service, @Nullable Service previous, AddressPool pool, RandomGenerator random) {
        var kept = KeptValues.inStep(previous == null ? service : KeptValues.of(service, previous), previous);
        var addresses = new ClusterIpFields(kept, previous, pool, random);
        var addressed = addresses.filled();
        var ports = new NodePortFields(addressed, previous, pool, random);
        var filled = previous == null ? ports.filled() : DroppedValues.of(ports.filled(), previous);
        var root = Finding.note(
                        "ServiceAllocation", "service/" + service.metadata().name(), told(filled))
                .because(addresses.findings())
                .because(ports.findings());
        return new ServiceAllocation(filled, root);
    }

    /** Whether a service has cluster IPs at all, be it None. */
    static boolean needsClusterIp(Service service) {
        return !Service.Type.EXTERNAL_NAME.equals(service.spec().type());
    }

    /** Whether a service is reached by ports of the nodes. */
    static boolean needsNodePorts(Service service) {
        var type = service.spec().type();
        return Service.Type.NODE_PORT.equals(type)
                || (Service.Type.LOAD_BALANCER.equals(type)
                        && !Boolean.FALSE.equals(service.spec().allocateLoadBalancerNodePorts()));
    }

    /** Whether a load balancer asks each node if it has endpoints of the service. */
    static boolean needsHealthCheckPort(Service service) {
        return Service.Type.LOAD_BALANCER.equals(service.spec().type())
                && Service.ExternalTrafficPolicy.LOCAL.equals(service.spec().externalTrafficPolicy());
    }

    private static String told(Service service) {
        var ips = service.spec().clusterIPs();
        return ips.isEmpty() ? "has no cluster IP" : "has cluster IP " + String.join(", ", ips);
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
