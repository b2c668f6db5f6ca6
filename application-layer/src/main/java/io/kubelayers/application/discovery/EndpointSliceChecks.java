package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.validation.DomainNames;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be wrong with an EndpointSlice ({@code ValidateEndpointSlice}). */
final class EndpointSliceChecks {
    private static final FieldPath ENDPOINTS = FieldPath.of("endpoints");
    private static final FieldPath PORTS = FieldPath.of("ports");
    private static final List<String> TYPES =
            List.of(EndpointSlice.AddressType.FQDN, EndpointSlice.AddressType.IPV4, EndpointSlice.AddressType.IPV6);
    private static final int MOST_ENDPOINTS = 1000;
    private static final int MOST_ADDRESSES = 100;
    private static final int MOST_LABELS = 16;
    private static final int MOST_PORTS = 20_000;
    private static final int MOST_HINTS = 8;

    private EndpointSliceChecks() {}

    /**
     * @param old the slice before; its endpoints may stay as they are
     */
    static void check(EndpointSlice slice, @Nullable EndpointSlice old, FieldErrors errors) {
        errors.requiredOneOf(FieldPath.of("addressType"), slice.addressType(), TYPES);
        ports(slice.ports(), errors);
        if (old != null && old.endpoints().equals(slice.endpoints())) {
            return;
        }
        if (slice.endpoints().size() > MOST_ENDPOINTS) {
            errors.tooMany(ENDPOINTS, slice.endpoints().size(), MOST_ENDPOINTS);
            return;
        }
        for (int i = 0; i < slice.endpoints().size(); i++) {
            endpoint(ENDPOINTS.index(i), slice.endpoints().get(i), slice.addressType(), errors);
        }
    }

    private static void endpoint(FieldPath path, Endpoint endpoint, String type, FieldErrors errors) {
        var addresses = path.child("addresses");
        if (endpoint.addresses().isEmpty()) {
            errors.required(addresses, "must contain at least 1 address");
        }
        errors.tooMany(addresses, endpoint.addresses().size(), MOST_ADDRESSES);
        for (int i = 0; i < endpoint.addresses().size(); i++) {
            address(addresses, i, endpoint.addresses().get(i), type, errors);
        }
        if (endpoint.nodeName() != null) {
            errors.invalid(path.child("nodeName"), endpoint.nodeName(), Names.dnsSubdomain(endpoint.nodeName()));
        }
        var topology = path.child("deprecatedTopology");
        errors.tooMany(topology, endpoint.deprecatedTopology().size(), MOST_LABELS);
        errors.addAll(MetaRules.labels(topology, endpoint.deprecatedTopology()));
        if (endpoint.hostname() != null) {
            errors.invalid(path.child("hostname"), endpoint.hostname(), Names.dnsLabel(endpoint.hostname()));
        }
        if (endpoint.hints() != null) {
            hints(path.child("hints"), endpoint.hints(), errors);
        }
    }

    /** An address of the wrong family is told of all addresses. */
    private static void address(FieldPath all, int position, String address, String type, FieldErrors errors) {
        var path = all.index(position);
        switch (type) {
            case EndpointSlice.AddressType.IPV4 -> {
                var complaints = Ips.parse(address).isEmpty() ? Names.ip(address) : List.<String>of();
                errors.invalid(path, address, complaints);
                if (complaints.isEmpty()) {
                    family(all, address, !Ips.isV6(address), "must be an IPv4 address", errors);
                    errors.invalid(path, address, Ips.notReachable(address));
                }
            }
            case EndpointSlice.AddressType.IPV6 -> {
                var complaints = Ips.strict(address);
                errors.invalid(path, address, complaints);
                if (complaints.isEmpty()) {
                    family(all, address, Ips.isV6(address), "must be an IPv6 address", errors);
                    errors.invalid(path, address, Ips.notReachable(address));
                }
            }
            case EndpointSlice.AddressType.FQDN -> errors.addAll(DomainNames.fullyQualifiedDomain(path, address));
            default -> {} // types that are not known have no form
        }
    }

    private static void family(FieldPath all, String address, boolean fits, String complaint, FieldErrors errors) {
        if (!fits) {
            errors.invalid(all, address, complaint);
        }
    }

    private static void hints(FieldPath path, Endpoint.Hints hints, FieldErrors errors) {
        var zones = path.child("forZones");
        if (hints.forZones().size() > MOST_HINTS) {
            errors.tooMany(zones, hints.forZones().size(), MOST_HINTS);
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < hints.forZones().size(); i++) {
            var name = hints.forZones().get(i).name();
            hint(zones.index(i).child("name"), name, Names.labelValue(name), names, errors);
        }
        var nodes = path.child("forNodes");
        if (hints.forNodes().size() > MOST_HINTS) {
            errors.tooMany(nodes, hints.forNodes().size(), MOST_HINTS);
            return;
        }
        names.clear();
        for (int i = 0; i < hints.forNodes().size(); i++) {
            var name = hints.forNodes().get(i).name();
            hint(nodes.index(i).child("name"), name, Names.dnsSubdomain(name), names, errors);
        }
    }

    private static void hint(
            FieldPath path, String name, List<String> complaints, Set<String> names, FieldErrors errors) {
        if (!names.add(name)) {
            errors.duplicate(path, name);
        }
        errors.invalid(path, name, complaints);
    }

    private static void ports(List<EndpointSlice.EndpointPort> ports, FieldErrors errors) {
        if (ports.size() > MOST_PORTS) {
            errors.tooMany(PORTS, ports.size(), MOST_PORTS);
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            var port = ports.get(i);
            var path = PORTS.index(i);
            var name = port.name() == null ? "" : port.name();
            if (!name.isEmpty()) {
                errors.invalid(path.child("name"), name, Names.dnsLabel(name));
            }
            if (!names.add(name)) {
                errors.duplicate(path.child("name"), name);
            }
            if (port.protocol() == null) {
                errors.required(path.child("protocol"));
            }
            errors.oneOf(path.child("protocol"), port.protocol(), ServiceChecks.PROTOCOLS);
            if (port.appProtocol() != null) {
                errors.invalid(path.child("appProtocol"), port.appProtocol(), Names.qualifiedName(port.appProtocol()));
            }
        }
    }
}
