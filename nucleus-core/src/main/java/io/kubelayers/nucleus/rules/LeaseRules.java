package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** Numbers of a lease make sense; who wants it and how it is given are behind a gate that is off ({@code ValidateLease}). */
final class LeaseRules implements KindRules<Lease> {
    private static final FieldPath SPEC = FieldPath.of("spec");

    @Override
    public Class<Lease> type() {
        return Lease.class;
    }

    @Override
    public boolean refusesPlainFinalizers() {
        return false;
    }

    @Override
    public boolean allowsCreateOnUpdate() {
        return true;
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }

    @Override
    public Lease prepareForCreate(Lease lease) {
        return prepared(lease, false, false);
    }

    /** What is in use may stay so. */
    @Override
    public Lease prepareForUpdate(Lease lease, Lease old) {
        return prepared(lease, old.spec().strategy() != null, old.spec().preferredHolder() != null);
    }

    private static Lease prepared(Lease lease, boolean withStrategy, boolean withPreferredHolder) {
        var spec = lease.spec();
        var kept = spec.withStrategy(withStrategy ? spec.strategy() : null)
                .withPreferredHolder(withPreferredHolder ? spec.preferredHolder() : null);
        return kept.equals(spec) ? lease : lease.withSpec(kept);
    }

    @Override
    public List<FieldError> validate(Lease lease) {
        var errors = new ArrayList<FieldError>();
        var seconds = lease.spec().leaseDurationSeconds();
        if (seconds != null && seconds <= 0) {
            errors.add(FieldError.invalid(SPEC.child("leaseDurationSeconds"), seconds, "must be greater than 0"));
        }
        var transitions = lease.spec().leaseTransitions();
        if (transitions != null && transitions < 0) {
            errors.add(FieldError.invalid(
                    SPEC.child("leaseTransitions"), transitions, "must be greater than or equal to 0"));
        }
        return errors;
    }
}
