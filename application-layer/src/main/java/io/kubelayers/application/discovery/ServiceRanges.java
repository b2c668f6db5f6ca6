package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.meta.Condition;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ServiceCIDR}s say about where cluster IPs come from (upstream: {@code registry/core/service/ipallocator/
 * cidrallocator.go}, {@code controller/servicecidrs}). The ranges a cluster is made with are the one named {@code kubernetes}.
 */
public final class ServiceRanges {
    static final String DEFAULT = "kubernetes";
    static final String READY = "Ready";

    private ServiceRanges() {}

    /** The ServiceCIDR of the ranges a cluster is made with. */
    public static ServiceCIDR standard(List<AddressBlock> blocks) {
        return ServiceCIDRBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name(DEFAULT).build())
                .spec(new ServiceCIDR.Spec(
                        blocks.stream().map(AddressBlock::cidr).toList()))
                .build();
    }

    /** The ranges that addresses may be taken from, the cluster's own first, then by name. */
    static List<AddressBlock> ready(List<ServiceCIDR> all) {
        var ranges = new ArrayList<AddressBlock>();
        for (var cidr : all) {
            if (isReady(cidr)) {
                var own = cidr.spec().cidrs().stream().map(AddressBlock::of).toList();
                ranges.addAll(DEFAULT.equals(cidr.metadata().name()) ? 0 : ranges.size(), own);
            }
        }
        return ranges;
    }

    /** One of which nothing is said yet counts as ready. */
    private static boolean isReady(ServiceCIDR cidr) {
        var condition = condition(cidr);
        return cidr.metadata().deletionTimestamp() == null && (condition == null || "True".equals(condition.status()));
    }

    static @Nullable Condition condition(ServiceCIDR cidr) {
        for (var condition : cidr.status().conditions()) {
            if (READY.equals(condition.type())) {
                return condition;
            }
        }
        return null;
    }

    /**
     * Whether no address would be left without a range if one went: each of its ranges lies in one of the others, or no
     * address is known in it alone.
     *
     * @param addresses the addresses that Services hold
     */
    static boolean canGo(ServiceCIDR leaving, List<ServiceCIDR> others, List<String> addresses) {
        var left = new ArrayList<AddressBlock>();
        others.forEach(other -> other.spec().cidrs().forEach(cidr -> left.add(AddressBlock.of(cidr))));
        for (var cidr : leaving.spec().cidrs()) {
            var range = AddressBlock.of(cidr);
            for (var ip : addresses) {
                if (range.contains(ip) && left.stream().noneMatch(other -> other.contains(ip))) {
                    return false;
                }
            }
        }
        return true;
    }
}
