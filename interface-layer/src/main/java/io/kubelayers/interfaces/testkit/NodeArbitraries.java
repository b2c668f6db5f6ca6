package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.TaintEffect;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary nodes. */
final class NodeArbitraries {
    private NodeArbitraries() {}

    static Arbitrary<Node> node(String name) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 16),
                        Arbitraries.integers().between(1, 32),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.of("", "a", "b", "c"),
                        KubelayersArbitraries.labels(),
                        Arbitraries.of(
                                "", TaintEffect.PREFER_NO_SCHEDULE, TaintEffect.NO_SCHEDULE, TaintEffect.NO_EXECUTE),
                        Arbitraries.integers().between(0, 5))
                .as((cores, gibibytes, pods, zone, labels, taint, cordon) -> {
                    var node = new NodeTemplate()
                            .cpu(Integer.toString(cores))
                            .memory(gibibytes + "Gi")
                            .pods(pods);
                    labels.forEach(node::label);
                    if (!zone.isEmpty()) {
                        node.zone(zone);
                    }
                    if (!taint.isEmpty()) {
                        node.taint("dedicated", "gpu", taint);
                    }
                    var built = node.build(name);
                    return cordon == 5 ? built.withSpec(built.spec().withUnschedulable(true)) : built;
                });
    }
}
