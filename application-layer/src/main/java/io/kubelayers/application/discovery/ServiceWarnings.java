package io.kubelayers.application.discovery;

import static io.kubelayers.application.discovery.ServiceChecks.SPEC;

import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import java.util.ArrayList;
import java.util.List;

/** What the author of a Service should know though it is allowed ({@code pkg/api/service/warnings.go}). */
final class ServiceWarnings {
    private ServiceWarnings() {}

    static List<String> of(Service service) {
        var spec = service.spec();
        var warnings = new ArrayList<String>();
        if (service.metadata().annotations().containsKey("service.kubernetes.io/topology-aware-hints")) {
            warnings.add("annotation service.kubernetes.io/topology-aware-hints is deprecated, please use"
                    + " service.kubernetes.io/topology-mode instead");
        }
        boolean headless = ServiceChecks.isHeadless(service);
        for (int i = 0; i < spec.clusterIPs().size() && !headless; i++) {
            warnings.addAll(Ips.warnings(
                    SPEC.child("clusterIPs").index(i), spec.clusterIPs().get(i)));
        }
        if (headless) {
            if (spec.loadBalancerIP() != null) {
                warnings.add("spec.loadBalancerIP is ignored for headless services");
            }
            if (!spec.externalIPs().isEmpty()) {
                warnings.add("spec.externalIPs is ignored for headless services");
            }
            if (!Service.Affinity.NONE.equals(spec.sessionAffinity())) {
                warnings.add("spec.SessionAffinity is ignored for headless services");
            }
        }
        for (int i = 0; i < spec.externalIPs().size(); i++) {
            warnings.addAll(Ips.warnings(
                    SPEC.child("externalIPs").index(i), spec.externalIPs().get(i)));
        }
        if (spec.loadBalancerIP() != null) {
            warnings.addAll(Ips.warnings(SPEC.child("loadBalancerIP"), spec.loadBalancerIP()));
        }
        for (int i = 0; i < spec.loadBalancerSourceRanges().size(); i++) {
            warnings.addAll(Ips.rangeWarnings(
                    SPEC.child("loadBalancerSourceRanges").index(i),
                    spec.loadBalancerSourceRanges().get(i)));
        }
        boolean external = Service.Type.EXTERNAL_NAME.equals(spec.type());
        if (external && !spec.externalIPs().isEmpty()) {
            warnings.add("spec.externalIPs is ignored when spec.type is \"ExternalName\"");
        }
        if (!external && spec.externalName() != null) {
            warnings.add("spec.externalName is ignored when spec.type is not \"ExternalName\"");
        }
        if (TrafficHints.PREFER_CLOSE.equals(spec.trafficDistribution())) {
            warnings.add("spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"");
        }
        return warnings;
    }

    /** Addresses of load balancers, too, can be written in ways that not everybody reads. */
    static List<String> ofStatus(Service service) {
        return Ips.warnings(
                FieldPath.of("status", "loadBalancer", "ingress"),
                service.status().loadBalancer().ingress(),
                Service.LoadBalancerIngress::ip);
    }
}
