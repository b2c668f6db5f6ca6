package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Quantity;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * The types of Kubernetes for jqwik properties.
 *
 * <pre>{@code
 * @Property
 * @Domain(KubelayersDomain.class)
 * @Domain(DomainContext.Global.class)
 * void a_pod_goes_only_where_it_fits(@ForAll Pod pod, @ForAll SmallCluster cluster) { … }
 * }</pre>
 */
public final class KubelayersDomain extends DomainContextBase {
    /** jqwik makes it. */
    public KubelayersDomain() {}

    @Provide
    Arbitrary<Quantity> quantities() {
        return KubelayersArbitraries.quantities();
    }

    @Provide
    Arbitrary<LabelSelector> selectors() {
        return KubelayersArbitraries.selectors();
    }

    @Provide
    Arbitrary<Pod> pods() {
        return KubelayersArbitraries.pods();
    }

    @Provide
    Arbitrary<Node> nodes() {
        return KubelayersArbitraries.nodes();
    }

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return KubelayersArbitraries.clusters();
    }

    @Provide
    Arbitrary<AccessRequest> accessRequests() {
        return KubelayersArbitraries.accessRequests();
    }
}
