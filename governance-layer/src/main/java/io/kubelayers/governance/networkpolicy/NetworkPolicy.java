package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Firewall rules for pods of one namespace; needs a network plugin that enforces them.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted rules.
 */
@Kind(
        group = "networking.k8s.io",
        version = "v1",
        plural = "networkpolicies",
        shortNames = "netpol",
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Pod-Selector"), @Column(name = "Age")})
@RecordBuilder
public record NetworkPolicy(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec)
        implements KubernetesObject, NetworkPolicyBuilder.With {
    public NetworkPolicy {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public NetworkPolicy withMetadata(ObjectMeta metadata) {
        return NetworkPolicyBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Desired rules of a NetworkPolicy: the pods concerned and the traffic they may have.
     *
     * @param podSelector Pods the policy is for; empty means all of the namespace.
     * @param ingress Allowed incoming traffic; empty allows none if the policy covers Ingress.
     * @param egress Allowed outgoing traffic; empty allows none if the policy covers Egress.
     * @param policyTypes Directions covered: Ingress, Egress or both; empty means Ingress, plus Egress if egress
     *     rules exist.
     */
    @TypeName("NetworkPolicySpec")
    @RecordBuilder
    public record Spec(
            @Written @Pb(1) LabelSelector podSelector,
            @Atomic @Pb(2) List<IngressRule> ingress,
            @Atomic @Pb(3) List<EgressRule> egress,
            @Atomic @EnumValues(PolicyType.class) @Pb(4) List<String> policyTypes)
            implements NetworkPolicySpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null);

        public Spec {
            podSelector = Absent.or(podSelector, LabelSelector.EMPTY);
            ingress = Absent.list(ingress);
            egress = Absent.list(egress);
            policyTypes = Absent.list(policyTypes);
        }
    }

    /**
     * Allows incoming traffic that fits both its ports and its sources.
     *
     * @param ports Local ports allowed, any one may fit; empty allows all.
     * @param from Sources allowed, any one may fit; empty allows all.
     */
    @TypeName("NetworkPolicyIngressRule")
    @RecordBuilder
    public record IngressRule(@Atomic @Pb(1) List<Port> ports, @Atomic @Pb(2) List<NetworkPolicyPeer> from)
            implements NetworkPolicyIngressRuleBuilder.With {
        public IngressRule {
            ports = Absent.list(ports);
            from = Absent.list(from);
        }
    }

    /**
     * Allows outgoing traffic that fits both its ports and its destinations.
     *
     * @param ports Destination ports allowed, any one may fit; empty allows all.
     * @param to Destinations allowed, any one may fit; empty allows all.
     */
    @TypeName("NetworkPolicyEgressRule")
    @RecordBuilder
    public record EgressRule(@Atomic @Pb(1) List<Port> ports, @Atomic @Pb(2) List<NetworkPolicyPeer> to)
            implements NetworkPolicyEgressRuleBuilder.With {
        public EgressRule {
            ports = Absent.list(ports);
            to = Absent.list(to);
        }
    }

    /**
     * A port or a range of ports in a policy rule.
     *
     * @param protocol TCP, UDP or SCTP; null means TCP.
     * @param port Port number 1-65535 or name of a container port; null means all ports.
     * @param endPort Last port of a range, not below port, which must be a number; null means one port.
     */
    @TypeName("NetworkPolicyPort")
    @RecordBuilder
    public record Port(
            @Default("TCP") @EnumValues(Protocol.class) @Pb(1) @Nullable String protocol,
            @Pb(2) @Nullable IntOrString port,
            @Pb(3) @Nullable Integer endPort)
            implements NetworkPolicyPortBuilder.With {}

    /** The values of {@code PolicyType}. */
    public static final class PolicyType {
        public static final String INGRESS = "Ingress";
        public static final String EGRESS = "Egress";

        private PolicyType() {}
    }
}
