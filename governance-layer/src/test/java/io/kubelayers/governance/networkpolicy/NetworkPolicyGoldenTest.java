package io.kubelayers.governance.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Recorded worlds of pods and policies, with which connections they allow. */
@Tag("golden")
class NetworkPolicyGoldenTest {
    private static final Codec CODEC =
            Codec.of(TypeRegistry.of(List.of(Pod.class, Namespace.class, NetworkPolicy.class)));

    @TestFactory
    Stream<DynamicTest> worlds() {
        return Golden.topic("networkpolicy").tests(NetworkPolicyGoldenTest::world);
    }

    private static void world(GoldenCase c) {
        var network = NetworkReachability.of(
                objects(c, "namespaces", Namespace.class),
                objects(c, "pods", Pod.class),
                objects(c, "policies", NetworkPolicy.class));
        var matrix = network.matrix();
        for (var probe : c.list("probes")) {
            var connection = new NetworkConnection(
                    end(Tree.get(probe, "from")),
                    end(Tree.get(probe, "to")),
                    Math.toIntExact((Long) Tree.get(probe, "port")),
                    Tree.text(probe, "protocol"));

            var verdict = network.verdict(connection);

            assertThat(verdict.egress().allowed())
                    .as("egress of " + connection)
                    .isEqualTo(Tree.get(probe, "egressAllowed"));
            assertThat(verdict.ingress().allowed())
                    .as("ingress of " + connection)
                    .isEqualTo(Tree.get(probe, "ingressAllowed"));
            assertThat(verdict.allowed()).as(connection.toString()).isEqualTo(Tree.get(probe, "allowed"));
            if (matrix.ends().contains(connection.from()) && matrix.ends().contains(connection.to())) {
                assertThat(matrix.reaches(connection)).as(connection.toString()).isEqualTo(verdict.allowed());
            }
        }
    }

    private static NetworkEndpoint end(@Nullable Object tree) {
        return Tree.get(tree, "pod") == null
                ? NetworkEndpoint.address(Tree.text(tree, "ip"))
                : NetworkEndpoint.pod(Tree.text(tree, "namespace"), Tree.text(tree, "pod"));
    }

    private static <T> List<T> objects(GoldenCase c, String field, Class<T> kind) {
        return c.list(field).stream()
                .map(tree ->
                        CODEC.decode(Tree.map(tree), kind, ReadOptions.strict()).value())
                .toList();
    }
}
