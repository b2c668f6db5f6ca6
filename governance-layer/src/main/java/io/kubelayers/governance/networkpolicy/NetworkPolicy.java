package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
 */
@Kind(
    group = "networking.k8s.io",
    version = "v1",
    plural = "networkpolicies",
    shortNames = "netpol",
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "Pod-Selector"),
        @Column(name = "Age")
    })
@RecordBuilder
public record NetworkPolicy(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec)
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
     * TODO-DOC.
     *
     * @param podSelector TODO-DOC
     * @param ingress TODO-DOC
     * @param egress TODO-DOC
     * @param policyTypes TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Written @Pb(1) LabelSelector podSelector,
        @Atomic @Pb(2) List<IngressRule> ingress,
        @Atomic @Pb(3) List<EgressRule> egress,
        @Atomic @EnumValues(PolicyType.class) @Pb(4) List<String> policyTypes)
        implements NetworkPolicySpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null, null);

        public Spec {
            podSelector = Absent.or(podSelector, LabelSelector.EMPTY);
            ingress = Absent.list(ingress);
            egress = Absent.list(egress);
            policyTypes = Absent.list(policyTypes);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param ports TODO-DOC
     * @param from TODO-DOC
     */
    @RecordBuilder
    public record IngressRule(
        @Atomic @Pb(1) List<Port> ports,
        @Atomic @Pb(2) List<NetworkPolicyPeer> from)
        implements NetworkPolicyIngressRuleBuilder.With {
        public IngressRule {
            ports = Absent.list(ports);
            from = Absent.list(from);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param ports TODO-DOC
     * @param to TODO-DOC
     */
    @RecordBuilder
    public record EgressRule(
        @Atomic @Pb(1) List<Port> ports,
        @Atomic @Pb(2) List<NetworkPolicyPeer> to)
        implements NetworkPolicyEgressRuleBuilder.With {
        public EgressRule {
            ports = Absent.list(ports);
            to = Absent.list(to);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param protocol TODO-DOC
     * @param port TODO-DOC
     * @param endPort TODO-DOC
     */
    @RecordBuilder
    public record Port(
        @Default("TCP") @EnumValues(Protocol.class) @Pb(1) @Nullable String protocol,
        @Pb(2) @Nullable IntOrString port,
        @Pb(3) @Nullable Integer endPort)
        implements NetworkPolicyPortBuilder.With {
    }

    /** The values of {@code PolicyType}. */
    public static final class PolicyType {
        public static final String INGRESS = "Ingress";
        public static final String EGRESS = "Egress";

        private PolicyType() {}
    }
}
