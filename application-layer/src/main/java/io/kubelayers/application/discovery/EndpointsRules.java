package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.List;

/** Defaults and checks of Endpoints ({@code ValidateEndpoints} in {@code pkg/apis/core/validation}). */
public final class EndpointsRules implements KindRules<Endpoints> {
    private static final FieldPath SUBSETS = FieldPath.of("subsets");

    @Override
    public Class<Endpoints> type() {
        return Endpoints.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public boolean allowsCreateOnUpdate() {
        return true;
    }

    @Override
    public Endpoints defaulted(Endpoints endpoints) {
        var subsets = new ArrayList<Endpoints.EndpointSubset>();
        for (var subset : endpoints.subsets()) {
            var ports = new ArrayList<Endpoints.EndpointPort>();
            for (var port : subset.ports()) {
                ports.add(port.protocol() == null ? port.withProtocol("TCP") : port);
            }
            subsets.add(subset.withPorts(ports));
        }
        return endpoints.withSubsets(subsets);
    }

    @Override
    public List<FieldError> validate(Endpoints endpoints) {
        var errors = new FieldErrors();
        for (int i = 0; i < endpoints.subsets().size(); i++) {
            subset(SUBSETS.index(i), endpoints.subsets().get(i), errors);
        }
        return errors.list();
    }

    /** Subsets that were stored under older rules may stay as they are. */
    @Override
    public List<FieldError> validateUpdate(Endpoints endpoints, Endpoints old) {
        return endpoints.subsets().equals(old.subsets()) ? List.of() : validate(endpoints);
    }

    private static void subset(FieldPath path, Endpoints.EndpointSubset subset, FieldErrors errors) {
        if (subset.addresses().isEmpty() && subset.notReadyAddresses().isEmpty()) {
            errors.required(path, "must specify `addresses` or `notReadyAddresses`");
        }
        addresses(path.child("addresses"), subset.addresses(), errors);
        addresses(path.child("notReadyAddresses"), subset.notReadyAddresses(), errors);
        for (int i = 0; i < subset.ports().size(); i++) {
            port(
                    path.child("ports").index(i),
                    subset.ports().get(i),
                    subset.ports().size() > 1,
                    errors);
        }
    }

    private static void addresses(FieldPath path, List<Endpoints.EndpointAddress> addresses, FieldErrors errors) {
        for (int i = 0; i < addresses.size(); i++) {
            var address = addresses.get(i);
            var place = path.index(i);
            errors.invalid(place.child("ip"), address.ip(), Names.ip(address.ip()));
            if (address.hostname() != null) {
                errors.invalid(place.child("hostname"), address.hostname(), Names.dnsLabel(address.hostname()));
            }
            if (address.nodeName() != null) {
                errors.invalid(place.child("nodeName"), address.nodeName(), Names.dnsSubdomain(address.nodeName()));
            }
            errors.invalid(place.child("ip"), address.ip(), Ips.notReachable(address.ip()));
        }
    }

    private static void port(FieldPath path, Endpoints.EndpointPort port, boolean named, FieldErrors errors) {
        if (port.name() != null) {
            errors.invalid(path.child("name"), port.name(), Names.dnsLabel(port.name()));
        } else if (named) {
            errors.required(path.child("name"));
        }
        errors.invalid(path.child("port"), port.port(), Names.portNumber(port.port()));
        errors.requiredOneOf(path.child("protocol"), port.protocol(), ServiceChecks.PROTOCOLS);
        if (port.appProtocol() != null) {
            errors.invalid(path.child("appProtocol"), port.appProtocol(), Names.qualifiedName(port.appProtocol()));
        }
    }

    /** The controller writes no odd addresses, so that what it keeps is not looked at. */
    @Override
    public List<String> warnings(Endpoints endpoints) {
        var warnings = new ArrayList<String>();
        var keeper = endpoints.metadata().labels().get(EndpointsDecision.MANAGED_BY);
        if (EndpointsDecision.CONTROLLER.equals(keeper)) {
            return warnings;
        }
        for (int i = 0; i < endpoints.subsets().size(); i++) {
            var subset = endpoints.subsets().get(i);
            warn(SUBSETS.index(i).child("addresses"), subset.addresses(), warnings);
            warn(SUBSETS.index(i).child("notReadyAddresses"), subset.notReadyAddresses(), warnings);
        }
        return warnings;
    }

    private static void warn(FieldPath path, List<Endpoints.EndpointAddress> addresses, List<String> warnings) {
        for (int i = 0; i < addresses.size(); i++) {
            warnings.addAll(
                    Ips.warnings(path.index(i).child("ip"), addresses.get(i).ip()));
        }
    }
}
