package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.ResourceClaim;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Claims for devices: what they ask for never changes; what they were given is in the status. */
final class ResourceClaimRules implements KindRules<ResourceClaim> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final GatedFields GATED =
            DeviceRules.GATED_IN_SPECS.and("status", "DRAConsumableCapacity", "DRADeviceBindingConditions");

    @Override
    public Class<ResourceClaim> type() {
        return ResourceClaim.class;
    }

    @Override
    public boolean statusUpdatesLeaveMetadata() {
        return true;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public ResourceClaim defaulted(ResourceClaim claim) {
        return claim.withSpec(DeviceDefaults.of(claim.spec()));
    }

    @Override
    public GatedFields gatedFields() {
        return GATED;
    }

    @Override
    public List<FieldError> validate(ResourceClaim claim) {
        var errors = new FieldErrors();
        DeviceClaimChecks.check(SPEC, claim.spec(), errors);
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(ResourceClaim claim, ResourceClaim old) {
        var errors = new FieldErrors();
        errors.immutable(SPEC, claim.spec(), old.spec());
        return errors.list();
    }

    /** What is told of a device goes when the device is given back. */
    @Override
    public ResourceClaim prepareForStatusUpdate(ResourceClaim claim, ResourceClaim old) {
        var gone = allocated(old);
        gone.removeAll(allocated(claim));
        var devices = new ArrayList<>(claim.status().devices());
        boolean changed = devices.removeIf(
                told -> gone.contains(new Device(told.driver(), told.pool(), told.device(), told.shareID())));
        return changed ? claim.withStatus(claim.status().withDevices(devices)) : claim;
    }

    /** A device, or a share of one. */
    private record Device(String driver, String pool, String name, @Nullable String share) {}

    private static Set<Device> allocated(ResourceClaim claim) {
        var devices = new HashSet<Device>();
        var allocation = claim.status().allocation();
        if (allocation != null) {
            for (var result : allocation.devices().results()) {
                devices.add(new Device(result.driver(), result.pool(), result.device(), result.shareID()));
            }
        }
        return devices;
    }

    @Override
    public List<FieldError> validateStatusUpdate(ResourceClaim claim, ResourceClaim old) {
        var errors = new FieldErrors();
        new ClaimStatusChecks(claim, errors).check(old.status());
        return errors.list();
    }
}
