package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;

/** Whether the entry points that a load balancer reports for a Service can be such ({@code ValidateLoadBalancerStatus}). */
final class LoadBalancerStatusChecks {
    private static final FieldPath INGRESS = FieldPath.of("status", "loadBalancer", "ingress");
    private static final List<String> MODES = List.of(Service.LoadBalancerIPMode.PROXY, Service.LoadBalancerIPMode.VIP);

    private LoadBalancerStatusChecks() {}

    static void check(Service service, FieldErrors errors) {
        var ingress = service.status().loadBalancer().ingress();
        if (!Service.Type.LOAD_BALANCER.equals(service.spec().type()) && !ingress.isEmpty()) {
            errors.forbidden(INGRESS, "may only be used when `spec.type` is 'LoadBalancer'");
            return;
        }
        for (int i = 0; i < ingress.size(); i++) {
            entry(INGRESS.index(i), ingress.get(i), errors);
        }
    }

    private static void entry(FieldPath path, Service.LoadBalancerIngress entry, FieldErrors errors) {
        if (entry.ip() != null) {
            errors.invalid(path.child("ip"), entry.ip(), Names.ip(entry.ip()));
        }
        var mode = path.child("ipMode");
        if (entry.ipMode() == null) {
            if (entry.ip() != null) {
                errors.required(mode, "must be specified when `ip` is set");
            }
        } else if (entry.ip() == null) {
            errors.forbidden(mode, "may not be specified when `ip` is not set");
        } else {
            errors.oneOf(mode, entry.ipMode(), MODES);
        }
        host(path.child("hostname"), entry.hostname() == null ? "" : entry.hostname(), errors);
    }

    private static void host(FieldPath path, String host, FieldErrors errors) {
        if (!host.isEmpty()) {
            errors.invalid(path, host, Names.dnsSubdomain(host));
            if (Ips.parse(host).isPresent()) {
                errors.invalid(path, host, "must be a DNS name, not an IP address");
            }
        }
    }
}
