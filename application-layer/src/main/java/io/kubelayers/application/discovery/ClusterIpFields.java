package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Fills the address families and cluster IPs of a Service. */
final class ClusterIpFields {
    private final Service service;
    private final @Nullable Service previous;
    private final AddressPool pool;
    private final RandomGenerator random;
    private final List<Finding> findings = new ArrayList<>();

    ClusterIpFields(Service service, @Nullable Service previous, AddressPool pool, RandomGenerator random) {
        this.service = service;
        this.previous = previous;
        this.pool = pool;
        this.random = random;
    }

    List<Finding> findings() {
        return findings;
    }

    Service filled() {
        var spec = service.spec();
        if (!ServiceAllocation.needsClusterIp(service)) {
            return service.withSpec(spec.withClusterIP(null)
                    .withClusterIPs(List.of())
                    .withIpFamilies(List.of())
                    .withIpFamilyPolicy(null));
        }
        var families = families();
        var policy = spec.ipFamilyPolicy() == null ? Service.IPFamilyPolicy.SINGLE_STACK : spec.ipFamilyPolicy();
        spec = spec.withIpFamilies(families).withIpFamilyPolicy(policy);
        var asked =
                spec.clusterIPs().isEmpty() && spec.clusterIP() != null ? List.of(spec.clusterIP()) : spec.clusterIPs();
        if (asked.contains(ServiceAllocation.NONE)) {
            return service.withSpec(
                    spec.withClusterIP(ServiceAllocation.NONE).withClusterIPs(List.of(ServiceAllocation.NONE)));
        }
        var given = new ArrayList<String>();
        for (int i = 0; i < families.size(); i++) {
            var block = block(families.get(i));
            given.add(i < asked.size() ? asked(block, asked, asked.get(i)) : free(block));
        }
        return service.withSpec(spec.withClusterIP(given.get(0)).withClusterIPs(given));
    }

    /** The families asked for, or that of the address asked for, or the cluster's own; two if dual-stack. */
    private List<String> families() {
        var spec = service.spec();
        var families = new ArrayList<>(spec.ipFamilies());
        if (families.isEmpty() && spec.clusterIP() != null && !spec.clusterIP().equals(ServiceAllocation.NONE)) {
            families.add(PodEndpoint.family(spec.clusterIP()));
        }
        if (families.isEmpty()) {
            families.add(pool.blocks().get(0).family());
        }
        var policy = spec.ipFamilyPolicy();
        boolean dual = policy != null && !policy.equals(Service.IPFamilyPolicy.SINGLE_STACK);
        if (dual && families.size() == 1) {
            for (var block : pool.blocks()) {
                if (!families.contains(block.family())) {
                    families.add(block.family());
                }
            }
        }
        if (families.size() < 2 && policy != null && policy.equals(Service.IPFamilyPolicy.REQUIRE_DUAL_STACK)) {
            throw invalid("ipFamilyPolicy", policy, "this cluster is not configured for dual-stack services");
        }
        return families;
    }

    private AddressBlock block(String family) {
        for (var block : pool.blocks()) {
            if (block.family().equals(family)) {
                return block;
            }
        }
        throw invalid("ipFamilies", service.spec().ipFamilies(), "not configured on this cluster");
    }

    private String asked(AddressBlock block, List<String> all, String ip) {
        if (previous != null && previous.spec().clusterIPs().contains(ip)) {
            return ip;
        }
        try {
            return noted(Allocation.of(block, pool.takenAddresses(), ip));
        } catch (AllocationException refused) {
            throw invalid("clusterIPs", all, "failed to allocate IP " + ip + ": " + refused.getMessage());
        }
    }

    private String free(AddressBlock block) {
        try {
            return noted(Allocation.next(block, pool.takenAddresses(), random));
        } catch (AllocationException refused) {
            throw new InvalidFieldsException(List.of(FieldError.internal(
                    FieldPath.of("spec", "clusterIPs"), "failed to allocate a serviceIP: " + refused.getMessage())));
        }
    }

    private String noted(Allocation<String> allocation) {
        findings.add(allocation.finding());
        return allocation.value();
    }

    private static InvalidFieldsException invalid(String field, Object value, String why) {
        return new InvalidFieldsException(List.of(FieldError.invalid(FieldPath.of("spec", field), value, why)));
    }
}
