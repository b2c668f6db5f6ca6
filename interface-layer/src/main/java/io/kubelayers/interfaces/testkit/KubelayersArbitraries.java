package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.value.Quantity;
import io.kubelayers.nucleus.value.Quantity.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitrary values of Kubernetes types for jqwik: valid by construction, small enough to meet each other (few label keys,
 * few zones), and shrinking towards the plain: zero, no labels, no constraints, one empty node.
 *
 * <p>Use them through {@link KubelayersDomain}, or combine them: {@code pods().list().ofMaxSize(3)}.
 */
public final class KubelayersArbitraries {
    private static final List<String> KEYS = List.of("app", "tier", "track");
    private static final List<String> VALUES = List.of("web", "db", "canary", "");

    private KubelayersArbitraries() {}

    /** Quantities of any format, small and huge, also with thousandths; never negative. */
    public static Arbitrary<Quantity> quantities() {
        var whole = Combinators.combine(
                        Arbitraries.longs().between(0, Long.MAX_VALUE / 1000), Arbitraries.of(Format.class))
                .as(Quantity::of);
        var milli = Arbitraries.longs().between(0, 10_000_000).map(value -> Quantity.ofMilli(value, Format.DECIMAL_SI));
        return Arbitraries.oneOf(milli, whole);
    }

    /** CPU as pods request it: 0 to 4 cores in steps of 50m. */
    public static Arbitrary<Quantity> cpu() {
        return Arbitraries.longs().between(0, 80).map(steps -> Quantity.ofMilli(steps * 50, Format.DECIMAL_SI));
    }

    /** Memory as pods request it: 0 to 8 GiB in steps of 64 MiB. */
    public static Arbitrary<Quantity> memory() {
        return Arbitraries.longs().between(0, 128).map(steps -> Quantity.of(steps << 26, Format.BINARY_SI));
    }

    /** Up to three labels over few keys and values, so that selectors match now and then. */
    public static Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(Arbitraries.of(KEYS), Arbitraries.of(VALUES)).ofMaxSize(3);
    }

    /** Selectors over the keys and values of {@link #labels}; the empty one selects all. */
    public static Arbitrary<LabelSelector> selectors() {
        var requirement = Combinators.combine(
                        Arbitraries.of(KEYS),
                        Arbitraries.of("In", "NotIn", "Exists", "DoesNotExist"),
                        Arbitraries.of(VALUES).set().ofMinSize(1).ofMaxSize(2))
                .as((key, operator, values) -> new LabelSelectorRequirement(
                        key, operator, operator.endsWith("In") ? List.copyOf(new TreeSet<>(values)) : List.of()));
        return Combinators.combine(labels(), requirement.list().ofMaxSize(2))
                .as(LabelSelector::new)
                .withoutEdgeCases();
    }

    /** Pods without a node: requests, labels, node selectors, affinities, tolerations, host ports, priorities. */
    public static Arbitrary<Pod> pods() {
        return PodArbitraries.pods().withoutEdgeCases();
    }

    /** Nodes of 1 to 16 cores in three zones, some of them tainted or cordoned. */
    public static Arbitrary<Node> nodes() {
        return NodeArbitraries.node("node-0").withoutEdgeCases();
    }

    /** One to five nodes, and up to eight pods on them. */
    public static Arbitrary<SmallCluster> clusters() {
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(size -> {
                    var nodes = new ArrayList<Arbitrary<Node>>();
                    for (int i = 0; i < size; i++) {
                        nodes.add(NodeArbitraries.node("node-" + i));
                    }
                    var places = Arbitraries.integers().between(0, size - 1);
                    var pods = Combinators.combine(pods(), places)
                            .as(Placed::new)
                            .list()
                            .ofMaxSize(8);
                    return Combinators.combine(Combinators.combine(nodes).as(found -> found), pods)
                            .as(KubelayersArbitraries::cluster);
                })
                .withoutEdgeCases();
    }

    private record Placed(Pod pod, int node) {}

    private static SmallCluster cluster(List<Node> nodes, List<Placed> placed) {
        var pods = new ArrayList<Pod>();
        for (var one : placed) {
            var node = nodes.get(one.node()).metadata().nameOrEmpty();
            pods.add(one.pod()
                    .withMetadata(one.pod().metadata().withName("placed-" + pods.size()))
                    .withSpec(one.pod().spec().withNodeName(node)));
        }
        return new SmallCluster(nodes, pods);
    }

    /** Requests of users, administrators and strangers, about resources and paths. */
    public static Arbitrary<AccessRequest> accessRequests() {
        var users = Arbitraries.of(
                Users.user("jane"),
                Users.user("jane", "developers"),
                Users.serviceAccount("dev", "builder"),
                Users.anonymous(),
                Users.admin());
        var resources = Combinators.combine(
                        users,
                        Arbitraries.of("get", "list", "watch", "create", "update", "patch", "delete"),
                        Arbitraries.of("pods", "secrets", "nodes", "configmaps"),
                        Arbitraries.of("", "status"),
                        Arbitraries.of("", "web"),
                        Arbitraries.of("", "default", "dev"))
                .as((user, verb, resource, subresource, name, namespace) -> AccessRequest.to(user, verb, "", resource)
                        .withSubresource(subresource)
                        .withName(name)
                        .withNamespace(namespace));
        var paths = Combinators.combine(users, Arbitraries.of("/healthz", "/version", "/metrics"))
                .as((user, path) -> AccessRequest.toPath(user, "get", path));
        return Arbitraries.frequencyOf(Tuple.of(4, resources), Tuple.of(1, paths))
                .withoutEdgeCases();
    }
}
