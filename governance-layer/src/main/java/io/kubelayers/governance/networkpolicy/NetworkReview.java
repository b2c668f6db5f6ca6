package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What is worth a second look in a set of policies.
 *
 * <ul>
 *   <li>{@code networkpolicy.unreachable}: a pod listens, and nobody but its node reaches any port it names
 *   <li>{@code networkpolicy.wide-open}: a pod that everybody reaches on every port
 *   <li>{@code networkpolicy.free-egress}: a pod that reaches every address outside
 *   <li>{@code networkpolicy.selects-nothing}: a policy without pods
 *   <li>{@code networkpolicy.no-peer}: a rule whose selectors name nobody
 *   <li>{@code networkpolicy.unknown-port}: a rule for a port by a name that no container has
 * </ul>
 *
 * @param findings what was found, pods first
 */
public record NetworkReview(List<Finding> findings) implements Explained {
    private static final String CODE = "networkpolicy.";

    public NetworkReview {
        findings = List.copyOf(findings);
    }

    /** Looks at all pods and policies. */
    public static NetworkReview of(NetworkReachability network) {
        var matrix = network.matrix();
        var findings = new ArrayList<Finding>();
        for (int pod = 0; pod < matrix.pods(); pod++) {
            lookAt(pod, matrix, network, findings);
        }
        gather(matrix, findings);
        for (var policy : network.policies()) {
            lookAt(policy, network.table(), findings);
        }
        return new NetworkReview(findings);
    }

    /** Replicas of which the same is to be said are one finding: {@code 3 pods of shop/web}. */
    private static void gather(ReachabilityMatrix matrix, List<Finding> findings) {
        var workloads = new HashMap<String, String>();
        for (int pod = 0; pod < matrix.pods(); pod++) {
            workloads.put(matrix.end(pod).toString(), matrix.group(pod));
        }
        var alike = new LinkedHashMap<Finding, List<Finding>>();
        for (var finding : findings) {
            var workload = workloads.getOrDefault(finding.subject(), finding.subject());
            alike.computeIfAbsent(about(workload, finding), key -> new ArrayList<>())
                    .add(finding);
        }
        findings.clear();
        alike.forEach((gathered, each) -> findings.add(
                each.size() == 1 ? each.get(0) : about(each.size() + " pods of " + gathered.subject(), gathered)));
    }

    private static Finding about(String subject, Finding finding) {
        return finding.mark() == Finding.Mark.FAIL
                ? Finding.fail(finding.code(), subject, finding.message())
                : Finding.note(finding.code(), subject, finding.message());
    }

    private static void lookAt(
            int pod, ReachabilityMatrix matrix, NetworkReachability network, List<Finding> findings) {
        var subject = matrix.end(pod).toString();
        var listening = network.table().listening(pod);
        boolean heard = listening.isEmpty();
        boolean open = true;
        boolean free = true;
        for (int other = 0; other < matrix.size(); other++) {
            if (other != pod) {
                var in = matrix.ports(other, pod);
                heard |= !matrix.areNodeAndItsPod(other, pod)
                        && !in.intersection(listening).isEmpty();
                open &= in.isAll();
                free &= other < matrix.pods() || matrix.ports(pod, other).isAll();
            }
        }
        if (!heard && matrix.size() > 1) {
            findings.add(Finding.fail(
                    CODE + "unreachable", subject, "listens on " + listening + ", but nobody reaches any of it"));
        }
        if (open) {
            findings.add(Finding.fail(CODE + "wide-open", subject, "is reached by everybody on all ports"));
        }
        if (free) {
            findings.add(Finding.note(CODE + "free-egress", subject, "reaches every address outside on all ports"));
        }
    }

    private static void lookAt(CompiledPolicy policy, PodTable table, List<Finding> findings) {
        var subject = "NetworkPolicy " + policy.name();
        if (policy.pods().isEmpty()) {
            findings.add(Finding.note(CODE + "selects-nothing", subject, "selects no pod"));
        }
        for (var direction : Direction.values()) {
            var rules = policy.rules(direction);
            for (var rule : rules == null ? List.<CompiledRule>of() : rules) {
                if (!rule.hasPeers()) {
                    findings.add(
                            Finding.note(CODE + "no-peer", rule.reference().toString(), "names nobody that is there"));
                }
                for (var port : rule.named()) {
                    if (isUnknown(port, direction, policy, rule, table)) {
                        findings.add(Finding.fail(
                                CODE + "unknown-port",
                                rule.reference().toString(),
                                "is for port \"" + port.name() + "\" (" + port.protocol()
                                        + "), which no pod it is about has"));
                    }
                }
            }
        }
    }

    private static boolean isUnknown(
            CompiledRule.NamedPort port,
            Direction direction,
            CompiledPolicy policy,
            CompiledRule rule,
            PodTable table) {
        for (int pod = 0; pod < table.size(); pod++) {
            boolean concerned = direction == Direction.INGRESS ? policy.pods().get(pod) : rule.admitsPod(pod);
            if (concerned && !table.named(pod, port.name(), port.protocol()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The findings of a code, such as {@code networkpolicy.wide-open}. */
    public List<Finding> findings(String code) {
        return findings.stream().filter(finding -> finding.code().equals(code)).toList();
    }

    @Override
    public String explain() {
        long grave = findings.stream()
                .filter(finding -> finding.mark() == Finding.Mark.FAIL)
                .count();
        return findings.isEmpty()
                ? "nothing stands out"
                : grave + (grave == 1 ? " finding" : " findings") + " to look into, " + (findings.size() - grave)
                        + " to know";
    }

    @Override
    public Finding finding() {
        var root = findings.stream().anyMatch(finding -> finding.mark() == Finding.Mark.FAIL)
                ? Finding.fail("networkpolicy.review", "", explain())
                : Finding.pass("networkpolicy.review", "", explain());
        return root.because(findings);
    }
}
