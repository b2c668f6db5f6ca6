package io.kubelayers.governance.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.governance.SinceRecorded;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.value.Absent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Budgets and evictions come out as upstream's disruption controller and eviction subresource recorded them. */
class PdbGoldenTest {
    private static final Codec CODEC = Codec.of(TypeRegistry.of(NucleusKinds.ALL)
            .withAll(List.of(
                    PodDisruptionBudget.class,
                    ReplicationController.class,
                    ReplicaSet.class,
                    Deployment.class,
                    StatefulSet.class)));
    private static final Instant NOW = Instant.parse("2024-01-01T12:00:00Z");

    @TestFactory
    @Tag("golden")
    Stream<DynamicTest> cases() {
        return Golden.topic("pdb").tests(c -> {
            if (c.text("kind").equals("status")) {
                status(c);
            } else {
                evictions(c);
            }
        });
    }

    private static void status(GoldenCase c) {
        var budget = CODEC.decode(c.part("pdb").json(), PodDisruptionBudget.class);
        var scales = new ControllerScales(
                new RecordedWorkloads(objects(c, "controllers")),
                (controller, namespace) -> new ControllerScale.Failed("no matches for kind \"" + controller.kind()
                        + "\" in version \"" + controller.apiVersion() + "\""));
        var decision = DisruptionMath.status(budget, pods(c), scales, Instant.parse(c.text("now")));

        assertThat(Absent.text(decision.error())).isEqualTo(c.text("error"));
        assertThat(decision.events().stream().map(DisruptionEvent::toString).toList())
                .isEqualTo(c.list("events"));
        assertThat(summary(decision.status(), false))
                .isEqualTo(recorded(c.part("status").json()));
    }

    private static void evictions(GoldenCase c) {
        var budgets = new ArrayList<PodDisruptionBudget>();
        for (var object : objects(c, "pdbs")) {
            budgets.add((PodDisruptionBudget) object);
        }
        var pods = new LinkedHashMap<String, Pod>();
        for (var pod : pods(c)) {
            pods.put(pod.metadata().nameOrEmpty(), pod);
        }
        for (var item : c.list("steps")) {
            @SuppressWarnings("unchecked")
            var step = new GoldenCase(c.topic(), c.family(), c.id(), (Map<String, @Nullable Object>) item);
            compare(step, evict(step.text("evict"), step.flag("dryRun"), pods, budgets));
            var after = step.part("pdbStatusAfter").json();
            for (var budget : budgets) {
                @SuppressWarnings("unchecked")
                var expected = (Map<String, @Nullable Object>)
                        after.get(budget.metadata().name());
                assertThat(summary(budget.status(), true)).isEqualTo(recorded(expected));
            }
        }
    }

    /** What the subresource does with a decision. */
    private static Status evict(String name, boolean dryRun, Map<String, Pod> pods, List<PodDisruptionBudget> budgets) {
        var pod = pods.get(name);
        if (pod == null) {
            return ApiErrors.notFound(new ApiErrors.Resource("", "pods"), name).status();
        }
        var decision = EvictionMath.decide(pod, budgets, NOW);
        if (decision.granted() && !dryRun) {
            var charged = decision.charged();
            if (charged != null) {
                budgets.replaceAll(budget ->
                        budget.metadata().name().equals(charged.metadata().name()) ? charged : budget);
            }
            pods.put(name, pod.withMetadata(pod.metadata().withDeletionTimestamp(NOW)));
        }
        return decision.response();
    }

    private static void compare(GoldenCase expected, Status response) {
        assertThat(response.code()).isEqualTo((int) expected.number("code"));
        assertThat(Absent.text(response.reason())).isEqualTo(expected.text("reason"));
        assertThat(Absent.text(response.message())).isEqualTo(expected.text("message"));
        var details = response.details();
        var causes = new ArrayList<String>();
        if (details != null) {
            details.causes().forEach(cause -> causes.add(cause.reason() + ": " + cause.message()));
        }
        var expectedCauses = new ArrayList<String>();
        for (var item : expected.list("causes")) {
            var cause = (Map<?, ?>) item;
            expectedCauses.add(cause.get("reason") + ": " + SinceRecorded.evictionCause((String) cause.get("message")));
        }
        assertThat(causes).isEqualTo(expectedCauses);
        if (expected.has("retryAfterSeconds")) {
            assertThat(details.retryAfterSeconds()).isEqualTo((int) expected.number("retryAfterSeconds"));
        }
    }

    private static List<Pod> pods(GoldenCase c) {
        var pods = new ArrayList<Pod>();
        for (var object : objects(c, "pods")) {
            pods.add((Pod) object);
        }
        return pods;
    }

    @SuppressWarnings("unchecked")
    private static List<KubernetesObject> objects(GoldenCase c, String field) {
        var objects = new ArrayList<KubernetesObject>();
        if (c.has(field)) {
            for (var item : c.list(field)) {
                objects.add(CODEC.decode((Map<String, ?>) item, ReadOptions.ignore())
                        .value());
            }
        }
        return objects;
    }

    private static Map<String, @Nullable Object> summary(PodDisruptionBudget.Status status, boolean namesOnly) {
        var summary = new TreeMap<String, @Nullable Object>();
        summary.put("disruptionsAllowed", (long) status.disruptionsAllowed());
        summary.put("currentHealthy", (long) status.currentHealthy());
        summary.put("desiredHealthy", (long) status.desiredHealthy());
        summary.put("expectedPods", (long) status.expectedPods());
        summary.put("observedGeneration", status.observedGeneration());
        var disrupted = new TreeMap<String, Object>();
        status.disruptedPods().forEach((pod, at) -> disrupted.put(pod, namesOnly ? true : at.toString()));
        summary.put("disruptedPods", disrupted);
        var conditions = new ArrayList<Map<String, String>>();
        for (var condition : status.conditions()) {
            conditions.add(new TreeMap<>(Map.of(
                    "type", condition.type(),
                    "status", condition.status(),
                    "reason", condition.reason(),
                    "message", condition.message())));
        }
        summary.put("conditions", conditions);
        return summary;
    }

    private static Map<String, @Nullable Object> recorded(Map<String, @Nullable Object> status) {
        var recorded = new TreeMap<>(status);
        recorded.putIfAbsent("disruptedPods", Map.of());
        recorded.putIfAbsent("conditions", List.of());
        recorded.putIfAbsent("observedGeneration", 0L);
        return recorded;
    }

    /** Finds recorded workloads by kind and name. */
    private record RecordedWorkloads(List<KubernetesObject> objects) implements ControllerScales.Workloads {
        private <T extends KubernetesObject> @Nullable T find(Class<T> kind, String namespace, String name) {
            for (var object : objects) {
                if (kind.isInstance(object)
                        && namespace.equals(object.metadata().namespace())
                        && name.equals(object.metadata().name())) {
                    return kind.cast(object);
                }
            }
            return null;
        }

        @Override
        public @Nullable ReplicationController replicationController(String namespace, String name) {
            return find(ReplicationController.class, namespace, name);
        }

        @Override
        public @Nullable ReplicaSet replicaSet(String namespace, String name) {
            return find(ReplicaSet.class, namespace, name);
        }

        @Override
        public @Nullable Deployment deployment(String namespace, String name) {
            return find(Deployment.class, namespace, name);
        }

        @Override
        public @Nullable StatefulSet statefulSet(String namespace, String name) {
            return find(StatefulSet.class, namespace, name);
        }
    }
}
