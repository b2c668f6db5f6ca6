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
        if (!ServiceAllocation.needsClusterIp(service)) {
            return service;
        }
        var familiar = new ServiceFamilies(previous, pool).of(service);
        var spec = familiar.spec();
        if (ServiceChecks.isHeadless(familiar)) {
            return familiar;
        }
        var given = new ArrayList<String>();
        for (int i = 0; i < spec.ipFamilies().size(); i++) {
            var asked = spec.clusterIPs();
            var ranges = ranges(spec.ipFamilies().get(i));
            given.add(i < asked.size() ? asked(ranges, asked, asked.get(i)) : free(ranges));
        }
        return familiar.withSpec(spec.withClusterIP(given.get(0)).withClusterIPs(given));
    }

    private List<AddressBlock> ranges(String family) {
        if (pool.blocks().stream().noneMatch(block -> block.family().equals(family))) {
            throw invalid("ipFamilies", service.spec().ipFamilies(), "not configured on this cluster");
        }
        return pool.ranges().stream()
                .filter(range -> range.family().equals(family))
                .toList();
    }

    private String asked(List<AddressBlock> ranges, List<String> all, String ip) {
        if (previous != null && previous.spec().clusterIPs().contains(ip)) {
            return ip;
        }
        try {
            return noted(Allocation.of(ranges, pool.takenAddresses(), ip));
        } catch (AllocationException refused) {
            throw invalid("clusterIPs", all, "failed to allocate IP " + ip + ": " + refused.getMessage());
        }
    }

    private String free(List<AddressBlock> ranges) {
        try {
            return noted(Allocation.next(ranges, pool.takenAddresses(), random));
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
