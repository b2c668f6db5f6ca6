package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the policies of one end say.
 *
 * @param direction egress for the source, ingress for the destination
 * @param end whose policies these are
 * @param isolatedBy the policies that select it for this direction, as {@code namespace/name}; empty allows everything
 * @param looks their rules, up to the first that allows the connection
 * @param ownNode whether the other end is the node that the pod runs on, from which no policy isolates it; its rules are
 *     not looked at then
 */
public record NetworkSide(
        Direction direction, NetworkEndpoint end, List<String> isolatedBy, List<RuleLook> looks, boolean ownNode) {
    private static final String CODE = "networkpolicy";

    /**
     * A rule that was looked at; it allows the connection if both fit.
     *
     * @param portFits whether the port is among its ports
     * @param peerFits whether the other end is among its peers
     */
    public record RuleLook(RuleReference rule, boolean portFits, boolean peerFits) {
        boolean allows() {
            return portFits && peerFits;
        }
    }

    static NetworkSide open(Direction direction, NetworkEndpoint end) {
        return new NetworkSide(direction, end, List.of(), List.of(), false);
    }

    static NetworkSide ownNode(Direction direction, NetworkEndpoint end, List<String> isolatedBy) {
        return new NetworkSide(direction, end, isolatedBy, List.of(), true);
    }

    public boolean isolated() {
        return !isolatedBy.isEmpty();
    }

    public boolean allowed() {
        return isolatedBy.isEmpty()
                || ownNode
                || (!looks.isEmpty() && looks.get(looks.size() - 1).allows());
    }

    /** The rule that allows the connection; empty if none does or none is needed. */
    public Optional<RuleReference> allowedBy() {
        return isolated() && !ownNode && allowed()
                ? Optional.of(looks.get(looks.size() - 1).rule())
                : Optional.empty();
    }

    String explain() {
        if (!isolated()) {
            return "no policy isolates " + direction + " of " + end;
        }
        if (ownNode) {
            return "no policy comes between " + end + " and the node it runs on";
        }
        return allowedBy()
                .map(rule -> rule + " allows it")
                .orElseGet(() -> direction + " of " + end + " is isolated by NetworkPolicy "
                        + String.join(", ", isolatedBy) + ", and no rule allows it");
    }

    Finding finding() {
        var code = CODE + "." + direction;
        var root = allowed()
                ? Finding.pass(code, end.toString(), explain())
                : Finding.fail(code, end.toString(), explain());
        for (var look : looks) {
            root = root.because(
                    look.allows()
                            ? Finding.pass(code + ".rule", look.rule().toString(), "allows the port and the peer")
                            : Finding.fail(code + ".rule", look.rule().toString(), miss(look)));
        }
        for (var policy : isolatedBy) {
            if (!allowed()
                    && looks.stream().noneMatch(look -> look.rule().policy().equals(policy))) {
                root = root.because(
                        Finding.fail(code + ".rule", "NetworkPolicy " + policy, "has no rules for " + direction));
            }
        }
        return root;
    }

    private static String miss(RuleLook look) {
        if (look.peerFits()) {
            return "allows the peer, but not this port";
        }
        return look.portFits() ? "allows the port, but not this peer" : "allows neither the port nor the peer";
    }
}
