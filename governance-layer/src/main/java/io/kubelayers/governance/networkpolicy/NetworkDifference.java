package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a change of policies opens and closes.
 *
 * @param changes the pairs of ends whose ports change, in the order of the pods; the outside world last
 */
public record NetworkDifference(List<Change> changes) implements Explained {
    private static final String CODE = "networkpolicy.difference";

    public NetworkDifference {
        changes = List.copyOf(changes);
    }

    /**
     * One pair of ends.
     *
     * @param fromGroup workload or range that it belongs to, such as {@code shop/web}
     * @param opened ports that could not be reached before
     * @param closed ports that can no longer be reached
     */
    public record Change(
            NetworkEndpoint from,
            NetworkEndpoint to,
            String fromGroup,
            String toGroup,
            PortSet opened,
            PortSet closed) {}

    /** The difference that new policies make to the same pods. */
    public static NetworkDifference between(
            List<Namespace> namespaces, List<Pod> pods, List<NetworkPolicy> before, List<NetworkPolicy> after) {
        var old = NetworkReachability.of(namespaces, pods, before);
        var now = NetworkReachability.of(namespaces, pods, after);
        var policies = new ArrayList<>(old.policies());
        policies.addAll(now.policies());
        var zones = OutsideZone.of(policies);
        var first = MatrixBuilder.build(old, zones);
        var second = MatrixBuilder.build(now, zones);
        var changes = new ArrayList<Change>();
        for (int from = 0; from < first.size(); from++) {
            for (int to = 0; to < first.size(); to++) {
                var was = first.ports(from, to);
                var is = second.ports(from, to);
                if (!was.equals(is)) {
                    changes.add(new Change(
                            first.end(from),
                            first.end(to),
                            first.group(from),
                            first.group(to),
                            is.minus(was),
                            was.minus(is)));
                }
            }
        }
        return new NetworkDifference(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The changes that open ports. */
    public List<Change> opened() {
        return changes.stream().filter(change -> !change.opened().isEmpty()).toList();
    }

    /** The changes that close ports. */
    public List<Change> closed() {
        return changes.stream().filter(change -> !change.closed().isEmpty()).toList();
    }

    @Override
    public String explain() {
        return isEmpty()
                ? "nothing changes"
                : "opens " + pairs(opened().size()) + " and closes " + pairs(closed().size());
    }

    private static String pairs(int count) {
        return count == 1 ? "1 pair of ends" : count + " pairs of ends";
    }

    /** Changes of the same workloads and ports in one line. */
    @Override
    public Finding finding() {
        var counts = new LinkedHashMap<Finding, Integer>();
        for (var change : changes) {
            var subject = change.fromGroup() + " to " + change.toGroup();
            if (!change.opened().isEmpty()) {
                counts.merge(Finding.fail(CODE + ".opened", subject, "opens " + change.opened()), 1, Integer::sum);
            }
            if (!change.closed().isEmpty()) {
                counts.merge(Finding.note(CODE + ".closed", subject, "closes " + change.closed()), 1, Integer::sum);
            }
        }
        var root = opened().isEmpty() ? Finding.pass(CODE, "", explain()) : Finding.fail(CODE, "", explain());
        for (var line : counts.entrySet()) {
            root = root.because(line.getKey().input("pairs", line.getValue()));
        }
        return root;
    }
}
