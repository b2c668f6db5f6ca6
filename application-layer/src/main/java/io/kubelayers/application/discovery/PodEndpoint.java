package io.kubelayers.application.discovery;

import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pod as an endpoint of a Service.
 *
 * <p>{@code serving} is the pod's readiness, {@code terminating} its deletion; {@code ready} is serving and not
 * terminating, or true if the service publishes addresses that are not ready. Upstream source: {@code podToEndpoint} in
 * {@code staging/src/k8s.io/endpointslice/utils.go}.
 */
public final class PodEndpoint {
    private static final String ZONE = "topology.kubernetes.io/zone";

    private PodEndpoint() {}

    /** Whether a pod is listed at all: it has an address and has not ended. */
    public static boolean isListed(Pod pod) {
        boolean hasAddress =
                pod.status().podIP() != null || !pod.status().podIPs().isEmpty();
        return hasAddress && !PodAvailability.isTerminal(pod);
    }

    /** The endpoint of a pod; without addresses if it has none of that family. */
    public static Endpoint of(Pod pod, @Nullable Node node, Service service, String addressType) {
        boolean serving = PodAvailability.isReady(pod);
        boolean terminating = pod.metadata().deletionTimestamp() != null;
        boolean ready = service.spec().publishNotReadyAddresses() || (serving && !terminating);
        var target = ObjectReferenceBuilder.builder()
                .kind("Pod")
                .namespace(pod.metadata().namespace())
                .name(pod.metadata().name())
                .uid(pod.metadata().uid())
                .build();
        return new Endpoint(
                addresses(pod, addressType),
                new Endpoint.Conditions(ready, serving, terminating),
                hasHostname(pod, service) ? pod.spec().hostname() : null,
                target,
                Map.of(),
                pod.spec().nodeName(),
                node == null ? null : node.metadata().labels().get(ZONE),
                null);
    }

    private static List<String> addresses(Pod pod, String addressType) {
        var addresses = new ArrayList<String>();
        var ips = pod.status().podIPs();
        if (ips.isEmpty()
                && pod.status().podIP() != null
                && family(pod.status().podIP()).equals(addressType)) {
            addresses.add(pod.status().podIP());
        }
        for (var ip : ips) {
            if (family(ip.ip()).equals(addressType)) {
                addresses.add(ip.ip());
            }
        }
        return addresses;
    }

    /** The address type of an IP. */
    static String family(String ip) {
        return ip.indexOf(':') >= 0 ? EndpointSlice.AddressType.IPV6 : EndpointSlice.AddressType.IPV4;
    }

    /** A pod has a name of its own under a service if it names the service as its subdomain. */
    private static boolean hasHostname(Pod pod, Service service) {
        return pod.spec().hostname() != null
                && Objects.equals(pod.spec().subdomain(), service.metadata().name())
                && Objects.equals(pod.metadata().namespace(), service.metadata().namespace());
    }

    /** What makes two endpoints the same backend, though their state differs: addresses, host name and pod. */
    static List<@Nullable Object> identity(Endpoint endpoint) {
        var target = endpoint.targetRef();
        var identity = new ArrayList<@Nullable Object>();
        identity.add(endpoint.addresses());
        identity.add(endpoint.hostname());
        identity.add(target == null ? null : target.namespace());
        identity.add(target == null ? null : target.name());
        return identity;
    }
}
