package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.ResourceClaim;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** Claims for devices: what they ask for never changes; what they were given is in the status. */
final class ResourceClaimRules implements KindRules<ResourceClaim> {
    private static final FieldPath SPEC = FieldPath.of("spec");

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

    @Override
    public List<FieldError> validateStatusUpdate(ResourceClaim claim, ResourceClaim old) {
        var errors = new FieldErrors();
        new ClaimStatusChecks(claim, errors).check(old.status());
        return errors.list();
    }
}
