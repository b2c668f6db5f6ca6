package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.ResourceClaim;
import io.kubelayers.nucleus.validation.ConditionChecks;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a claim has been given, for whom it is reserved, and what drivers report of its devices. */
final class ClaimStatusChecks {
    private static final FieldPath STATUS = FieldPath.of("status");
    private static final int MOST_CONSUMERS = 256;
    private static final int MOST_CONDITIONS = 8;
    private static final int MOST_IPS = 16;
    private static final int LONGEST_INTERFACE = 256;
    private static final int LONGEST_HARDWARE_ADDRESS = 128;

    /** One share of a device. */
    private record Share(String driver, String pool, String device, @Nullable String share) {
        Map<String, @Nullable Object> shown() {
            var shown = new LinkedHashMap<String, @Nullable Object>();
            shown.put("Driver", driver);
            shown.put("Pool", pool);
            shown.put("Device", device);
            shown.put("ShareID", share == null ? "" : share);
            return shown;
        }
    }

    private final ResourceClaim claim;
    private final FieldErrors errors;

    ClaimStatusChecks(ResourceClaim claim, FieldErrors errors) {
        this.claim = claim;
        this.errors = errors;
    }

    void check(ResourceClaim.Status old) {
        var status = claim.status();
        var reserved = STATUS.child("reservedFor");
        Entries.set(
                reserved,
                status.reservedFor(),
                MOST_CONSUMERS,
                errors,
                ResourceClaim.ConsumerReference::uid,
                this::consumer);
        devices(STATUS.child("devices"), status);
        if (!status.reservedFor().isEmpty()) {
            if (status.allocation() == null) {
                errors.forbidden(reserved, "may not be specified when `allocated` is not set");
            } else if (claim.metadata().deletionTimestamp() != null
                    && !old.reservedFor().containsAll(status.reservedFor())) {
                errors.forbidden(
                        reserved,
                        "new entries may not be added while `deallocationRequested` or `deletionTimestamp` are set");
            }
        }
        if (status.allocation() != null && old.allocation() != null) {
            errors.immutable(STATUS.child("allocation"), status.allocation(), old.allocation());
        } else if (status.allocation() != null) {
            var names = new RequestNames(claim.spec().devices());
            new AllocationChecks(names, errors).check(STATUS.child("allocation"), status.allocation());
        }
    }

    private void consumer(FieldPath path, ResourceClaim.ConsumerReference consumer) {
        errors.given(path.child("resource"), consumer.resource());
        errors.given(path.child("name"), consumer.name());
        errors.given(path.child("uid"), consumer.uid());
    }

    private void devices(FieldPath path, ResourceClaim.Status status) {
        Set<Share> allocated = new HashSet<>();
        if (status.allocation() != null) {
            for (var one : status.allocation().devices().results()) {
                allocated.add(new Share(one.driver(), one.pool(), one.device(), one.shareID()));
            }
        }
        Entries.each(path, status.devices(), -1, errors, (place, device) -> device(place, device, allocated));
        Set<Share> seen = new HashSet<>();
        for (int i = 0; i < status.devices().size(); i++) {
            var share = share(status.devices().get(i));
            if (!seen.add(share)) {
                errors.duplicate(path.index(i), share.shown());
            }
        }
    }

    private static Share share(ResourceClaim.AllocatedDeviceStatus device) {
        return new Share(device.driver(), device.pool(), device.device(), device.shareID());
    }

    private void device(FieldPath path, ResourceClaim.AllocatedDeviceStatus device, Set<Share> allocated) {
        DeviceNames.driver(path.child("driver"), device.driver(), errors);
        DeviceNames.pool(path.child("pool"), device.pool(), errors);
        DeviceNames.label(path.child("device"), device.device(), errors);
        if (device.shareID() != null) {
            DeviceNames.share(path.child("shareID"), device.shareID(), errors);
        }
        if (!allocated.contains(share(device))) {
            errors.invalid(path, share(device).shown(), "must be an allocated device in the claim");
        }
        errors.tooMany(path.child("conditions"), device.conditions().size(), MOST_CONDITIONS);
        ConditionChecks.check(path.child("conditions"), device.conditions(), errors);
        if (device.data() != null) {
            DeviceConfigurationChecks.raw(path.child("data"), device.data(), false, errors);
        }
        var network = device.networkData();
        if (network != null) {
            var place = path.child("networkData");
            errors.notLonger(place.child("interfaceName"), network.interfaceName(), LONGEST_INTERFACE);
            errors.notLonger(place.child("hardwareAddress"), network.hardwareAddress(), LONGEST_HARDWARE_ADDRESS);
            addresses(place.child("ips"), network.ips());
        }
    }

    private void addresses(FieldPath path, List<String> addresses) {
        Entries.set(
                path,
                addresses,
                MOST_IPS,
                errors,
                Function.identity(),
                (place, address) -> errors.invalid(place, address, Ips.interfaceAddress(address)));
    }
}
