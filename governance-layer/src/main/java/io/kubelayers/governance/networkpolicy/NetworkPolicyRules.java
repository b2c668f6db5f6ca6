package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.List;

/** Defaults and checks of NetworkPolicies ({@code pkg/apis/networking}). */
public final class NetworkPolicyRules implements KindRules<NetworkPolicy> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final String INGRESS = NetworkPolicy.PolicyType.INGRESS;
    private static final String EGRESS = NetworkPolicy.PolicyType.EGRESS;
    private static final List<String> PROTOCOLS = List.of(Protocol.TCP, Protocol.UDP, Protocol.SCTP);

    @Override
    public Class<NetworkPolicy> type() {
        return NetworkPolicy.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    /** A policy is about what comes in, and about what goes out if it has rules for that. */
    @Override
    public NetworkPolicy defaulted(NetworkPolicy policy) {
        var spec = policy.spec();
        if (spec.policyTypes().isEmpty()) {
            spec = spec.withPolicyTypes(spec.egress().isEmpty() ? List.of(INGRESS) : List.of(INGRESS, EGRESS));
        }
        var ingress = new ArrayList<NetworkPolicy.IngressRule>();
        for (var rule : spec.ingress()) {
            ingress.add(rule.withPorts(ports(rule.ports())));
        }
        var egress = new ArrayList<NetworkPolicy.EgressRule>();
        for (var rule : spec.egress()) {
            egress.add(rule.withPorts(ports(rule.ports())));
        }
        return policy.withSpec(spec.withIngress(ingress).withEgress(egress));
    }

    private static List<NetworkPolicy.Port> ports(List<NetworkPolicy.Port> ports) {
        var defaulted = new ArrayList<NetworkPolicy.Port>();
        for (var port : ports) {
            defaulted.add(port.protocol() == null ? port.withProtocol(Protocol.TCP) : port);
        }
        return defaulted;
    }

    @Override
    public List<FieldError> validate(NetworkPolicy policy) {
        return check(policy.spec(), false);
    }

    @Override
    public List<FieldError> validateAsNew(NetworkPolicy policy, NetworkPolicy old, ResourceType asked) {
        return validateUpdate(policy, old);
    }

    @Override
    public List<FieldError> validateUpdate(NetworkPolicy policy, NetworkPolicy old) {
        boolean hadAny =
                !LabelSelectors.validate(SPEC, old.spec().podSelector()).isEmpty();
        return check(policy.spec(), hadAny);
    }

    private static List<FieldError> check(NetworkPolicy.Spec spec, boolean anyValues) {
        var errors = new FieldErrors();
        errors.addAll(LabelSelectors.validate(SPEC.child("podSelector"), spec.podSelector(), anyValues));
        for (int i = 0; i < spec.ingress().size(); i++) {
            var path = SPEC.child("ingress").index(i);
            var rule = spec.ingress().get(i);
            ports(path.child("ports"), rule.ports(), errors);
            peers(path.child("from"), rule.from(), anyValues, errors);
        }
        for (int i = 0; i < spec.egress().size(); i++) {
            var path = SPEC.child("egress").index(i);
            var rule = spec.egress().get(i);
            ports(path.child("ports"), rule.ports(), errors);
            peers(path.child("to"), rule.to(), anyValues, errors);
        }
        types(spec.policyTypes(), errors);
        return errors.list();
    }

    private static void types(List<String> types, FieldErrors errors) {
        var path = SPEC.child("policyTypes");
        if (types.size() > 2) {
            errors.invalid(path, types, "may not specify more than two policyTypes");
            return;
        }
        for (int i = 0; i < types.size(); i++) {
            errors.oneOf(path.index(i), types.get(i), List.of(INGRESS, EGRESS));
        }
    }

    private static void ports(FieldPath path, List<NetworkPolicy.Port> ports, FieldErrors errors) {
        for (int i = 0; i < ports.size(); i++) {
            port(path.index(i), ports.get(i), errors);
        }
    }

    private static void port(FieldPath path, NetworkPolicy.Port port, FieldErrors errors) {
        errors.oneOf(path.child("protocol"), port.protocol(), PROTOCOLS);
        var end = port.endPort();
        var place = path.child("endPort");
        var number = port.port();
        if (number == null) {
            if (end != null) {
                errors.invalid(place, end, "may not be specified when `port` is not specified");
            }
        } else if (number.isInt()) {
            errors.invalid(path.child("port"), number, Names.portNumber(number.intValue()));
            if (end != null) {
                if (end < number.intValue()) {
                    errors.invalid(place, number, "must be greater than or equal to `port`");
                }
                errors.invalid(place, end, Names.portNumber(end));
            }
        } else {
            if (end != null) {
                errors.invalid(place, end, "may not be specified when `port` is non-numeric");
            }
            errors.invalid(path.child("port"), number, Names.portName(number.toString()));
        }
    }

    private static void peers(FieldPath path, List<NetworkPolicyPeer> peers, boolean anyValues, FieldErrors errors) {
        for (int i = 0; i < peers.size(); i++) {
            var peer = peers.get(i);
            var place = path.index(i);
            boolean selected = peer.podSelector() != null || peer.namespaceSelector() != null;
            if (peer.podSelector() != null) {
                errors.addAll(LabelSelectors.validate(place.child("podSelector"), peer.podSelector(), anyValues));
            }
            if (peer.namespaceSelector() != null) {
                errors.addAll(
                        LabelSelectors.validate(place.child("namespaceSelector"), peer.namespaceSelector(), anyValues));
            }
            if (peer.ipBlock() != null) {
                block(place.child("ipBlock"), peer.ipBlock(), errors);
                if (selected) {
                    errors.forbidden(place, "may not specify both ipBlock and another peer");
                }
            } else if (!selected) {
                errors.required(place, "must specify a peer");
            }
        }
    }

    private static void block(FieldPath path, NetworkPolicyPeer.IPBlock block, FieldErrors errors) {
        if (!errors.given(path.child("cidr"), block.cidr())) {
            return;
        }
        errors.invalid(path.child("cidr"), block.cidr(), Ips.lenientRange(block.cidr()));
        var range = Ips.range(block.cidr());
        for (int i = 0; i < block.except().size() && range.isPresent(); i++) {
            var place = path.child("except").index(i);
            var text = block.except().get(i);
            errors.invalid(place, text, Ips.lenientRange(text));
            Ips.range(text)
                    .filter(except -> !range.get().holdsStrictly(except))
                    .ifPresent(except -> errors.invalid(place, text, "must be a strict subset of `cidr`"));
        }
    }

    @Override
    public List<String> warnings(NetworkPolicy policy) {
        var warnings = new ArrayList<String>();
        var spec = policy.spec();
        for (int i = 0; i < spec.ingress().size(); i++) {
            warn(
                    SPEC.child("ingress").index(i).child("from"),
                    spec.ingress().get(i).from(),
                    warnings);
        }
        for (int i = 0; i < spec.egress().size(); i++) {
            warn(SPEC.child("egress").index(i).child("to"), spec.egress().get(i).to(), warnings);
        }
        return warnings;
    }

    private static void warn(FieldPath path, List<NetworkPolicyPeer> peers, List<String> warnings) {
        for (int i = 0; i < peers.size(); i++) {
            var block = peers.get(i).ipBlock();
            if (block != null) {
                var place = path.index(i).child("ipBlock");
                warnings.addAll(Ips.rangeWarnings(place.child("cidr"), block.cidr()));
                for (int j = 0; j < block.except().size(); j++) {
                    warnings.addAll(Ips.rangeWarnings(
                            place.child("except").index(j), block.except().get(j)));
                }
            }
        }
    }
}
