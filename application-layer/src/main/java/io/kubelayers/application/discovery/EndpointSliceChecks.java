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

    static void check(EndpointSlice slice, FieldErrors errors) {
        errors.requiredOneOf(FieldPath.of("addressType"), slice.addressType(), TYPES);
        if (slice.endpoints().size() > MOST_ENDPOINTS) {
            errors.tooMany(ENDPOINTS, slice.endpoints().size(), MOST_ENDPOINTS);
        } else {
            for (int i = 0; i < slice.endpoints().size(); i++) {
                endpoint(ENDPOINTS.index(i), slice.endpoints().get(i), slice.addressType(), errors);
            }
        }
        ports(slice.ports(), errors);
    }

    private static void endpoint(FieldPath path, Endpoint endpoint, String type, FieldErrors errors) {
        var addresses = path.child("addresses");
        if (endpoint.addresses().isEmpty()) {
            errors.required(addresses, "must contain at least 1 address");
        }
        errors.tooMany(addresses, endpoint.addresses().size(), MOST_ADDRESSES);
        for (int i = 0; i < endpoint.addresses().size(); i++) {
            address(addresses.index(i), endpoint.addresses().get(i), type, errors);
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

    private static void address(FieldPath path, String address, String type, FieldErrors errors) {
        switch (type) {
            case EndpointSlice.AddressType.IPV4 -> {
                if (Ips.parse(address).isEmpty() || Ips.isV6(address)) {
                    errors.invalid(path, address, "must be a valid IPv4 address");
                }
                errors.invalid(path, address, Ips.notReachable(address));
            }
            case EndpointSlice.AddressType.IPV6 -> {
                if (!Ips.isV6(address)) {
                    errors.invalid(path, address, "must be a valid IPv6 address");
                }
                errors.invalid(path, address, Ips.notReachable(address));
            }
            case EndpointSlice.AddressType.FQDN -> errors.addAll(DomainNames.fullyQualifiedDomain(path, address));
            default -> {} // types that are not known have no form
        }
    }

    private static void hints(FieldPath path, Endpoint.Hints hints, FieldErrors errors) {
        var zones = path.child("forZones");
        errors.tooMany(zones, hints.forZones().size(), MOST_HINTS);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < hints.forZones().size() && i < MOST_HINTS; i++) {
            var name = hints.forZones().get(i).name();
            hint(zones.index(i).child("name"), name, Names.labelValue(name), names, errors);
        }
        var nodes = path.child("forNodes");
        errors.tooMany(nodes, hints.forNodes().size(), MOST_HINTS);
        names.clear();
        for (int i = 0; i < hints.forNodes().size() && i < MOST_HINTS; i++) {
            var name = hints.forNodes().get(i).name();
            hint(nodes.index(i).child("name"), name, Names.dnsSubdomain(name), names, errors);
        }
    }

    private static void hint(
            FieldPath path, String name, List<String> complaints, Set<String> names, FieldErrors errors) {
        if (name.isEmpty()) {
            errors.required(path);
        } else {
            if (!names.add(name)) {
                errors.duplicate(path, name);
            }
            errors.invalid(path, name, complaints);
        }
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
