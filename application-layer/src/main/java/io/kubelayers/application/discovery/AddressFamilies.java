package io.kubelayers.application.discovery;

import java.util.List;

/**
 * The address families of a Service: those it was given, else that of its cluster IP, else both for a headless service
 * that was never defaulted.
 */
final class AddressFamilies {
    private AddressFamilies() {}

    static List<String> of(Service service) {
        if (!service.spec().ipFamilies().isEmpty()) {
            return service.spec().ipFamilies();
        }
        var ip = service.spec().clusterIP();
        return ip == null || ip.equals("None")
                ? List.of(EndpointSlice.AddressType.IPV4, EndpointSlice.AddressType.IPV6)
                : List.of(PodEndpoint.family(ip));
    }
}
