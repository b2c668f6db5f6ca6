package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import java.util.List;

/** Checks of ServiceCIDRs: one range, or one of each family; a second may join later, nothing else changes. */
public final class ServiceCIDRRules implements KindRules<ServiceCIDR> {
    private static final FieldPath CIDRS = FieldPath.of("spec", "cidrs");
    private static final String FIXED = "field is immutable";

    @Override
    public Class<ServiceCIDR> type() {
        return ServiceCIDR.class;
    }

    /** Its strategy prepares nothing, and names its group wrongly where it says what is reset. */
    @Override
    public boolean storesStatusWithObject() {
        return true;
    }

    @Override
    public boolean statusUpdatesLeaveMetadata() {
        return true;
    }

    @Override
    public List<FieldError> validate(ServiceCIDR service) {
        var errors = new FieldErrors();
        var cidrs = service.spec().cidrs();
        if (cidrs.isEmpty()) {
            errors.required(CIDRS, "at least one CIDR required");
            return errors.list();
        }
        if (cidrs.size() > 2) {
            errors.invalid(CIDRS, service.spec(), "may only hold up to 2 values");
            return errors.list();
        }
        for (int i = 0; i < cidrs.size(); i++) {
            errors.invalid(CIDRS.index(i), cidrs.get(i), Ips.strictRange(cidrs.get(i)));
        }
        if (cidrs.size() == 2 && errors.size() == 0 && isV6(cidrs.get(0)) == isV6(cidrs.get(1))) {
            errors.invalid(
                    CIDRS,
                    service.spec(),
                    "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64");
        }
        return errors.list();
    }

    private static boolean isV6(String cidr) {
        return cidr.contains(":");
    }

    @Override
    public List<FieldError> validateUpdate(ServiceCIDR service, ServiceCIDR old) {
        var errors = new FieldErrors();
        var cidrs = service.spec().cidrs();
        var before = old.spec().cidrs();
        if (cidrs.size() == before.size()) {
            for (int i = 0; i < cidrs.size(); i++) {
                if (!cidrs.get(i).equals(before.get(i))) {
                    errors.invalid(CIDRS.index(i), cidrs.get(i), FIXED);
                }
            }
        } else if (before.size() == 1 && cidrs.size() == 2) {
            if (!cidrs.get(0).equals(before.get(0))) {
                errors.invalid(CIDRS.index(0), cidrs.get(0), FIXED);
            }
            errors.addAll(validate(service));
        } else {
            errors.invalid(CIDRS, cidrs, FIXED);
        }
        return errors.list();
    }
}
