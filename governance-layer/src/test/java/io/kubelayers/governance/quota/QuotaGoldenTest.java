package io.kubelayers.governance.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.governance.limitrange.LimitRangeCases;
import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The recorded answers of upstream's quota and limit range code. */
@Tag("golden")
class QuotaGoldenTest {
    private static final Codec CODEC = Codec.of(TypeRegistry.of(List.of(
            Pod.class,
            Service.class,
            PersistentVolumeClaim.class,
            ConfigMap.class,
            Deployment.class,
            ResourceQuota.class)));
    private static final Instant NO_TIME = Instant.EPOCH;

    @TestFactory
    Stream<DynamicTest> cases() {
        return Golden.topic("quota").tests(c -> {
            switch (c.text("kind")) {
                case "podUsage" -> podUsage(c);
                case "pvcUsage" -> assertThat(QuotaMath.usage(object(c.get("claim")), NO_TIME))
                        .isEqualTo(amounts(c.get("usage")));
                case "serviceUsage" -> assertThat(QuotaMath.usage(object(c.get("service")), NO_TIME))
                        .isEqualTo(amounts(c.get("usage")));
                case "admit" -> admit(c);
                case "calculate" -> calculate(c);
                case "limitRangePod" -> LimitRangeCases.pod(c);
                case "limitRangeClaim" -> LimitRangeCases.claim(c);
                default -> throw new IllegalArgumentException(c.text("kind"));
            }
        });
    }

    private static void podUsage(GoldenCase c) {
        var pod = object(c.get("pod"));
        var evaluator = UsageEvaluator.of(GroupResource.of(Pod.class));

        assertThat(QuotaMath.usage(pod, now(c))).isEqualTo(amounts(c.get("usage")));
        for (var entry : c.list("scopes")) {
            var scope = CODEC.decode(Tree.map(Tree.get(entry, "scope")), ScopedResourceSelectorRequirement.class);
            assertThat(evaluator.inScope(scope, pod)).as(scope.toString()).isEqualTo(Tree.get(entry, "matches"));
        }
        var required = c.list("required").stream().map(String.class::cast).toList();
        assertThat(evaluator.missing(evaluator.tracked(required), pod)).isEqualTo(c.text("constraintError"));
    }

    private static void admit(GoldenCase c) {
        var resource = new GroupResource(c.text("resource").equals("deployments") ? "apps" : "", c.text("resource"));
        var old = c.has("oldObject") ? object(c.get("oldObject")) : null;
        var request = new QuotaRequest(
                QuotaRequest.Operation.valueOf(c.text("operation")), resource, "", "web", object(c.get("object")), old);
        var quotas = c.list("quotas").stream()
                .map(tree -> (ResourceQuota) object(tree))
                .toList();

        var decision = QuotaMath.admit(request, quotas, limited(c), now(c));

        var expected = c.part("expect");
        assertThat(decision.error()).isEqualTo(expected.text("error"));
        assertThat(decision.allowed()).isEqualTo(expected.flag("allowed"));
        if (decision.allowed()) {
            assertThat(usedAfter(quotas, decision)).isEqualTo(usedAfter(expected));
        }
    }

    private static Map<String, Map<String, Quantity>> usedAfter(List<ResourceQuota> quotas, QuotaDecision decision) {
        var used = new TreeMap<String, Map<String, Quantity>>();
        quotas.forEach(
                quota -> used.put(quota.metadata().nameOrEmpty(), quota.status().used()));
        decision.updates()
                .forEach(quota ->
                        used.put(quota.metadata().nameOrEmpty(), quota.status().used()));
        return used;
    }

    private static Map<String, Map<String, Quantity>> usedAfter(GoldenCase expected) {
        var used = new TreeMap<String, Map<String, Quantity>>();
        expected.part("usedAfter").json().forEach((name, amounts) -> used.put(name, amounts(amounts)));
        return used;
    }

    private static List<LimitedResource> limited(GoldenCase c) {
        var limited = new ArrayList<LimitedResource>();
        for (var tree : c.list("limitedResources")) {
            limited.add(new LimitedResource(
                    Tree.text(tree, "apiGroup"),
                    Tree.text(tree, "resource"),
                    Tree.list(Tree.get(tree, "matchContains")).stream()
                            .map(String.class::cast)
                            .toList(),
                    Tree.list(Tree.get(tree, "matchScopes")).stream()
                            .map(scope -> CODEC.decode(Tree.map(scope), ScopedResourceSelectorRequirement.class))
                            .toList()));
        }
        return limited;
    }

    private static void calculate(GoldenCase c) {
        var objects = new LinkedHashMap<GroupResource, List<KubernetesObject>>();
        for (var kind : List.of(Pod.class, Service.class, PersistentVolumeClaim.class)) {
            objects.put(GroupResource.of(kind), new ArrayList<>());
        }
        for (var tree : c.list("objects")) {
            var object = object(tree);
            objects.get(GroupResource.of(object.getClass())).add(object);
        }

        var usage = QuotaMath.calculate((ResourceQuota) object(c.get("quota")), objects, now(c));

        // Names that nothing tracks may be absent or 0.
        var expected = new TreeMap<>(amounts(c.get("used")));
        expected.entrySet()
                .removeIf(entry -> entry.getValue().isZero() && !usage.used().containsKey(entry.getKey()));
        assertThat(usage.used()).isEqualTo(expected);
    }

    private static KubernetesObject object(Object tree) {
        var object = CODEC.decode(Tree.map(tree), ReadOptions.strict()).value();
        return object instanceof Pod pod ? defaulted(pod) : object;
    }

    /** The default of the API that matters here: a limit without a request is a request too. */
    static Pod defaulted(Pod pod) {
        var spec = pod.spec();
        return pod.withSpec(
                spec.withContainers(defaulted(spec.containers())).withInitContainers(defaulted(spec.initContainers())));
    }

    private static List<Container> defaulted(List<Container> containers) {
        return containers.stream()
                .map(container -> {
                    var resources = container.resources();
                    var requests = new TreeMap<>(resources.limits());
                    requests.putAll(resources.requests());
                    return container.withResources(resources.withRequests(requests));
                })
                .toList();
    }

    private static Map<String, Quantity> amounts(Object tree) {
        var amounts = new TreeMap<String, Quantity>();
        Tree.map(tree).forEach((name, amount) -> amounts.put(name, Quantity.parse((String) amount)));
        return amounts;
    }

    private static Instant now(GoldenCase c) {
        return Instant.parse(c.text("now"));
    }
}
