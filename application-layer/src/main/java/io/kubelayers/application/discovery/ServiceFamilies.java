package io.kubelayers.application.discovery;

import static io.kubelayers.application.discovery.ServiceChecks.SPEC;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out which address families a Service has, and refuses those the cluster can't give ({@code initIPFamilyFields}
 * in {@code pkg/registry/core/service/storage/alloc.go}).
 */
final class ServiceFamilies {
    private static final String SINGLE = Service.IPFamilyPolicy.SINGLE_STACK;
    private static final String REQUIRE = Service.IPFamilyPolicy.REQUIRE_DUAL_STACK;

    private final @Nullable Service previous;
    private final AddressPool pool;
    private final FieldErrors errors = new FieldErrors();

    ServiceFamilies(@Nullable Service previous, AddressPool pool) {
        this.previous = previous;
        this.pool = pool;
    }

    /**
     * The service with families and policy.
     *
     * @throws InvalidFieldsException if what it asks for can't be
     */
    Service of(Service asked) {
        if (!ServiceAllocation.needsClusterIp(asked) || keepsPreference(asked)) {
            return asked;
        }
        var policy = policy(asked);
        var service = asked.withSpec(asked.spec().withIpFamilyPolicy(policy));
        ServiceAddressChecks.check(service, errors);
        refuseIfWrong();
        service = released(service, policy);
        if (policy.equals(SINGLE)) {
            multiple(service.spec());
        }
        var families = inferred(service.spec());
        refuseIfWrong();
        var headless = ServiceAllocation.NONE.equals(service.spec().clusterIP());
        if (headless && service.spec().selector().isEmpty()) {
            return service.withSpec(service.spec().withIpFamilies(ofAnyNetwork(families, policy)));
        }
        configured(families, policy);
        refuseIfWrong();
        return service.withSpec(service.spec().withIpFamilies(completed(families, policy)));
    }

    private void refuseIfWrong() {
        if (errors.size() > 0) {
            throw new InvalidFieldsException(errors.list());
        }
    }

    /** One that prefers two families and leaves addresses and families alone keeps what it has, whatever the cluster. */
    private boolean keepsPreference(Service service) {
        if (previous == null) {
            return false;
        }
        var now = service.spec();
        var before = previous.spec();
        return Service.IPFamilyPolicy.PREFER_DUAL_STACK.equals(now.ipFamilyPolicy())
                && Service.IPFamilyPolicy.PREFER_DUAL_STACK.equals(before.ipFamilyPolicy())
                && now.clusterIPs().equals(before.clusterIPs())
                && now.ipFamilies().equals(before.ipFamilies())
                && ServiceAllocation.needsClusterIp(previous);
    }

    private String policy(Service service) {
        var spec = service.spec();
        if (spec.ipFamilyPolicy() != null) {
            return spec.ipFamilyPolicy();
        }
        if (previous != null && previous.spec().ipFamilyPolicy() != null) {
            return previous.spec().ipFamilyPolicy();
        }
        boolean anyNetwork = ServiceAllocation.NONE.equals(spec.clusterIP())
                && spec.selector().isEmpty();
        return anyNetwork ? REQUIRE : SINGLE;
    }

    /** A change to one family drops what belongs to the second; without that policy nothing may go. */
    private Service released(Service service, String policy) {
        if (previous == null) {
            return service;
        }
        var spec = service.spec();
        var before = previous.spec();
        if (policy.equals(SINGLE)) {
            if (spec.clusterIPs().equals(before.clusterIPs())
                    && spec.clusterIPs().size() > 1) {
                spec = spec.withClusterIPs(spec.clusterIPs().subList(0, 1));
            }
            if (spec.ipFamilies().equals(before.ipFamilies())
                    && spec.ipFamilies().size() > 1) {
                spec = spec.withIpFamilies(spec.ipFamilies().subList(0, 1));
            }
            return service.withSpec(spec);
        }
        if (isReduced(spec.clusterIPs(), before.clusterIPs())) {
            wrongPolicy(policy, "must be 'SingleStack' to release the secondary cluster IP");
        }
        if (isReduced(spec.ipFamilies(), before.ipFamilies())) {
            wrongPolicy(policy, "must be 'SingleStack' to release the secondary IP family");
        }
        return service;
    }

    private static boolean isReduced(List<String> now, List<String> before) {
        return !now.isEmpty() && now.size() < before.size() && now.equals(before.subList(0, now.size()));
    }

    private void multiple(Service.Spec spec) {
        var needed = "must be 'RequireDualStack' or 'PreferDualStack' when multiple ";
        if (spec.clusterIPs().size() == 2) {
            wrongPolicy(SINGLE, needed + "cluster IPs are specified");
        }
        if (spec.ipFamilies().size() == 2) {
            wrongPolicy(SINGLE, needed + "IP families are specified");
        }
    }

    private void wrongPolicy(String policy, String why) {
        errors.invalid(SPEC.child("ipFamilyPolicy"), policy, why);
    }

    private List<String> inferred(Service.Spec spec) {
        var families = new ArrayList<>(spec.ipFamilies());
        for (int i = 0; i < spec.clusterIPs().size(); i++) {
            var ip = spec.clusterIPs().get(i);
            if (ip.equals(ServiceAllocation.NONE)) {
                break;
            }
            if (i >= families.size()) {
                var family = PodEndpoint.family(ip);
                if (has(family)) {
                    families.add(family);
                } else {
                    errors.invalid(
                            SPEC.child("clusterIPs").index(i),
                            spec.clusterIPs(),
                            family + " is not configured on this cluster");
                }
            }
        }
        return families;
    }

    /** A service without selector and address may name families that the cluster does not have. */
    private List<String> ofAnyNetwork(List<String> families, String policy) {
        var all = withDefault(families);
        if (all.size() == 1 && !policy.equals(SINGLE)) {
            all.add(other(all.get(0)));
        }
        return all;
    }

    private void configured(List<String> families, String policy) {
        if (policy.equals(REQUIRE) && pool.blocks().size() < 2) {
            wrongPolicy(policy, "this cluster is not configured for dual-stack services");
        }
        for (int i = 0; i < families.size(); i++) {
            if (!has(families.get(i))) {
                errors.invalid(SPEC.child("ipFamilies").index(i), families.get(i), "not configured on this cluster");
            }
        }
    }

    private List<String> completed(List<String> families, String policy) {
        var all = withDefault(families);
        if (all.size() == 1 && !policy.equals(SINGLE) && pool.blocks().size() == 2) {
            all.add(other(all.get(0)));
        }
        return all;
    }

    private List<String> withDefault(List<String> families) {
        return new ArrayList<>(families.isEmpty() ? List.of(pool.blocks().get(0).family()) : families);
    }

    private static String other(String family) {
        return family.equals(Service.IPFamily.IPV4) ? Service.IPFamily.IPV6 : Service.IPFamily.IPV4;
    }

    private boolean has(String family) {
        return pool.blocks().stream().anyMatch(block -> block.family().equals(family));
    }
}
