package io.kubelayers.application.discovery;

import static io.kubelayers.application.discovery.ServiceChecks.SPEC;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cluster IPs and address families of a Service make sense, alone ({@code
 * ValidateServiceClusterIPsRelatedFields}) and as a change of what it had ({@code validateUpgradeDowngrade...}).
 */
final class ServiceAddressChecks {
    private static final FieldPath IPS = SPEC.child("clusterIPs");
    private static final FieldPath FAMILIES = SPEC.child("ipFamilies");
    private static final FieldPath POLICY = SPEC.child("ipFamilyPolicy");
    private static final String FIXED = "may not change once set";
    private static final List<String> POLICIES = List.of(
            Service.IPFamilyPolicy.PREFER_DUAL_STACK,
            Service.IPFamilyPolicy.REQUIRE_DUAL_STACK,
            Service.IPFamilyPolicy.SINGLE_STACK);
    private static final List<String> KNOWN_FAMILIES = List.of(Service.IPFamily.IPV4, Service.IPFamily.IPV6);

    private ServiceAddressChecks() {}

    static void check(Service service, FieldErrors errors) {
        var spec = service.spec();
        if (isExternalName(service)) {
            return;
        }
        inStep(spec, errors);
        var seen = new HashSet<String>();
        for (int i = 0; i < spec.ipFamilies().size(); i++) {
            var family = spec.ipFamilies().get(i);
            errors.oneOf(FAMILIES.index(i), family, KNOWN_FAMILIES);
            if (!seen.add(family)) {
                errors.duplicate(FAMILIES.index(i), family);
            }
        }
        errors.oneOf(POLICY, spec.ipFamilyPolicy(), POLICIES);
        if (!areAddresses(spec.clusterIPs(), errors)) {
            return;
        }
        if (spec.clusterIPs().size() > 1 && !isDualStack(spec.clusterIPs())) {
            errors.invalid(IPS, spec.clusterIPs(), "may specify no more than one IP for each IP family");
        }
        if (!ServiceChecks.isHeadless(service)) {
            ofTheirFamilies(spec, errors);
        }
    }

    private static void inStep(Service.Spec spec, FieldErrors errors) {
        var ips = spec.clusterIPs();
        if (spec.clusterIP() == null) {
            if (!ips.isEmpty()) {
                errors.invalid(IPS, ips, "must be empty when `clusterIP` is not specified");
            }
        } else if (ips.isEmpty()) {
            errors.required(IPS);
        } else if (!ips.get(0).equals(spec.clusterIP())) {
            errors.invalid(IPS, ips, "first value must match `clusterIP`");
        }
    }

    /** What follows would only say again that an address is none. */
    private static boolean areAddresses(List<String> ips, FieldErrors errors) {
        boolean valid = true;
        for (int i = 0; i < ips.size(); i++) {
            if (i == 0 && ips.get(i).equals(ServiceAllocation.NONE)) {
                if (ips.size() > 1) {
                    valid = false;
                    errors.invalid(IPS, ips, "'None' must be the first and only value");
                }
                continue;
            }
            var complaints = Names.ip(ips.get(i));
            valid &= complaints.isEmpty();
            errors.invalid(IPS.index(i), ips.get(i), complaints);
        }
        if (ips.size() > 2) {
            errors.invalid(IPS, ips, "may only hold up to 2 values");
        }
        return valid;
    }

    private static boolean isDualStack(List<String> ips) {
        long six = ips.stream().filter(Ips::isV6).count();
        return six > 0 && six < ips.size();
    }

    private static void ofTheirFamilies(Service.Spec spec, FieldErrors errors) {
        int both = Math.min(spec.clusterIPs().size(), spec.ipFamilies().size());
        for (int i = 0; i < both; i++) {
            var ip = spec.clusterIPs().get(i);
            var family = spec.ipFamilies().get(i);
            var actual = Ips.isV6(ip) ? Service.IPFamily.IPV6 : Service.IPFamily.IPV4;
            if (KNOWN_FAMILIES.contains(family) && !family.equals(actual)) {
                errors.invalid(
                        IPS.index(i), ip, "expected an " + family + " value as indicated by `ipFamilies[" + i + "]`");
            }
        }
    }

    static void checkChange(Service service, Service old, FieldErrors errors) {
        if (isExternalName(service) || isExternalName(old)) {
            return;
        }
        boolean headless = ServiceChecks.isHeadless(service);
        boolean wasHeadless = ServiceChecks.isHeadless(old);
        if (!headless || !wasHeadless) {
            addresses(service.spec(), old.spec(), errors);
        }
        if (!headless && !wasHeadless) {
            families(service.spec(), old.spec(), errors);
        }
    }

    private static void addresses(Service.Spec spec, Service.Spec old, FieldErrors errors) {
        var ips = spec.clusterIPs();
        var before = old.clusterIPs();
        if (ips.size() == before.size()) {
            for (int i = 0; i < ips.size(); i++) {
                if (!ips.get(i).equals(before.get(i))) {
                    errors.invalid(IPS.index(i), ips, FIXED);
                }
            }
            return;
        }
        if (ips.isEmpty()) {
            errors.invalid(IPS.index(0), null, "primary clusterIP can not be unset");
        } else if (!before.isEmpty() && !ips.get(0).equals(before.get(0))) {
            errors.invalid(IPS.index(0), ips, FIXED);
        }
        if (before.size() > ips.size() && ips.size() == 1 && !isSingleStack(spec)) {
            errors.invalid(
                    POLICY,
                    spec.ipFamilyPolicy(),
                    "must be set to 'SingleStack' when releasing the secondary clusterIP");
        }
    }

    private static void families(Service.Spec spec, Service.Spec old, FieldErrors errors) {
        var families = spec.ipFamilies();
        var before = old.ipFamilies();
        var first = FAMILIES.index(0);
        if (families.size() == before.size()) {
            for (int i = 0; i < families.size(); i++) {
                if (!families.get(i).equals(before.get(i))) {
                    errors.invalid(first, families, FIXED);
                }
            }
            return;
        }
        boolean fewer = before.size() > families.size();
        if (fewer && spec.clusterIPs().isEmpty()) {
            errors.invalid(first, families, "primary ipFamily can not be unset");
        }
        if (!before.isEmpty() && !families.isEmpty() && !families.get(0).equals(before.get(0))) {
            errors.invalid(first, spec.clusterIPs(), FIXED);
        }
        if (fewer && families.size() == 1 && !isSingleStack(spec)) {
            errors.invalid(
                    POLICY,
                    spec.ipFamilyPolicy(),
                    "must be set to 'SingleStack' when releasing the secondary ipFamily");
        }
    }

    private static boolean isSingleStack(Service.Spec spec) {
        return Service.IPFamilyPolicy.SINGLE_STACK.equals(spec.ipFamilyPolicy());
    }

    private static boolean isExternalName(@Nullable Service service) {
        return service != null
                && Service.Type.EXTERNAL_NAME.equals(service.spec().type());
    }
}
