package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of EndpointSlices ({@code pkg/apis/discovery}, {@code pkg/registry/discovery}). */
public final class EndpointSliceRules implements KindRules<EndpointSlice> {
    private static final FieldPath ENDPOINTS = FieldPath.of("endpoints");
    private static final FieldPath ADDRESS_TYPE = FieldPath.of("addressType");

    @Override
    public Class<EndpointSlice> type() {
        return EndpointSlice.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.ONCE.withMetadataAsNew();
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public boolean isNewGeneration(EndpointSlice slice, EndpointSlice old) {
        return !slice.metadata().labels().equals(old.metadata().labels());
    }

    @Override
    public EndpointSlice defaulted(EndpointSlice slice) {
        var ports = new ArrayList<EndpointSlice.EndpointPort>();
        for (var port : slice.ports()) {
            ports.add(port.withName(port.name() == null ? "" : port.name())
                    .withProtocol(port.protocol() == null ? "TCP" : port.protocol()));
        }
        return slice.withPorts(ports);
    }

    /** The topology of old has a field of its own today, and is not taken any more. */
    @Override
    public EndpointSlice prepareForCreate(EndpointSlice slice) {
        return withoutTopology(slice, List.of());
    }

    @Override
    public EndpointSlice prepareForUpdate(EndpointSlice slice, EndpointSlice old) {
        return withoutTopology(slice, old.endpoints());
    }

    private static EndpointSlice withoutTopology(EndpointSlice slice, List<Endpoint> kept) {
        var endpoints = new ArrayList<Endpoint>();
        for (var endpoint : slice.endpoints()) {
            boolean had = kept.stream().anyMatch(old -> old.deprecatedTopology().equals(endpoint.deprecatedTopology()));
            endpoints.add(had ? endpoint : endpoint.withDeprecatedTopology(Map.of()));
        }
        return slice.withEndpoints(endpoints);
    }

    @Override
    public List<FieldError> validate(EndpointSlice slice) {
        var errors = new FieldErrors();
        EndpointSliceChecks.check(slice, null, errors);
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(EndpointSlice slice, EndpointSlice old) {
        var errors = new FieldErrors();
        EndpointSliceChecks.check(slice, old, errors);
        errors.immutable(ADDRESS_TYPE, slice.addressType(), old.addressType());
        return errors.list();
    }

    /** Names are warned of once, when the slice is made; the addresses of those that controllers keep are not looked at. */
    @Override
    public List<String> warnings(EndpointSlice slice, @Nullable EndpointSlice old) {
        var warnings = new ArrayList<String>();
        if (old == null && slice.addressType().equals(EndpointSlice.AddressType.FQDN)) {
            warnings.add("spec.addressType: FQDN endpoints are deprecated");
        }
        var keeper = slice.metadata().labels().get(SliceLabels.MANAGED_BY);
        if (SliceLabels.CONTROLLER.equals(keeper) || MirroredSlices.CONTROLLER.equals(keeper)) {
            return warnings;
        }
        for (int i = 0; i < slice.endpoints().size(); i++) {
            var addresses = slice.endpoints().get(i).addresses();
            for (int j = 0; j < addresses.size(); j++) {
                warnings.addAll(
                        Ips.warnings(ENDPOINTS.index(i).child("addresses").index(j), addresses.get(j)));
            }
        }
        return warnings;
    }
}
