package io.kubelayers.application.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of the subsets of an Endpoints object: addresses with the same ports together, all sorted
 * ({@code pkg/api/v1/endpoints/util.go}, RepackSubsets). An address that is ready for a set of ports is not listed as not
 * ready for it.
 */
final class EndpointSubsets {
    private static final Comparator<Endpoints.EndpointPort> BY_PORT =
            Comparator.<Endpoints.EndpointPort, String>comparing(port -> text(port.name()))
                    .thenComparing(port -> text(port.protocol()))
                    .thenComparing(Endpoints.EndpointPort::port);

    private static final Comparator<Endpoints.EndpointAddress> BY_ADDRESS = Comparator.comparing(
                    Endpoints.EndpointAddress::ip)
            .thenComparing(address -> text(address.hostname()))
            .thenComparing(address -> text(
                    address.targetRef() == null ? null : address.targetRef().uid()));

    private EndpointSubsets() {}

    /** The addresses of one set of ports. */
    private record Group(Set<Endpoints.EndpointAddress> ready, Set<Endpoints.EndpointAddress> notReady) {}

    static List<Endpoints.EndpointSubset> packed(List<Endpoints.EndpointSubset> subsets) {
        Map<List<Endpoints.EndpointPort>, Group> groups = new LinkedHashMap<>();
        for (var subset : subsets) {
            var ports = subset.ports().stream().distinct().sorted(BY_PORT).toList();
            var group =
                    groups.computeIfAbsent(ports, absent -> new Group(new LinkedHashSet<>(), new LinkedHashSet<>()));
            group.ready().addAll(subset.addresses());
            group.notReady().addAll(subset.notReadyAddresses());
        }
        var packed = new ArrayList<Endpoints.EndpointSubset>();
        groups.forEach((ports, group) -> {
            group.notReady().removeAll(group.ready());
            packed.add(new Endpoints.EndpointSubset(sorted(group.ready()), sorted(group.notReady()), ports));
        });
        packed.sort(Comparator.comparing(subset -> subset.ports().toString()));
        return packed;
    }

    private static List<Endpoints.EndpointAddress> sorted(Set<Endpoints.EndpointAddress> addresses) {
        return addresses.stream().sorted(BY_ADDRESS).toList();
    }

    /** Shares the capacity among the subsets by their size; ready addresses come before those that are not. */
    static List<Endpoints.EndpointSubset> truncated(List<Endpoints.EndpointSubset> subsets, int capacity) {
        int ready = 0;
        int notReady = 0;
        for (var subset : subsets) {
            ready += subset.addresses().size();
            notReady += subset.notReadyAddresses().size();
        }
        boolean cutReady = ready > capacity;
        int most = cutReady ? capacity : capacity - ready;
        int all = cutReady ? ready : notReady;
        int left = most;
        var truncated = new ArrayList<Endpoints.EndpointSubset>();
        for (var subset : subsets) {
            var list = cutReady ? subset.addresses() : subset.notReadyAddresses();
            int share = Math.min(left, (int) Math.ceil((double) list.size() / all * most));
            var kept = list.size() <= share ? list : list.subList(0, share);
            left -= kept.size();
            truncated.add(
                    cutReady
                            ? subset.withAddresses(kept).withNotReadyAddresses(List.of())
                            : subset.withNotReadyAddresses(kept));
        }
        return truncated;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
