package io.kubelayers.application.workloads.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.DeploymentBuilder;
import io.kubelayers.application.workloads.DeploymentRollingUpdateDeploymentBuilder;
import io.kubelayers.application.workloads.DeploymentSpecBuilder;
import io.kubelayers.application.workloads.DeploymentStatusBuilder;
import io.kubelayers.application.workloads.DeploymentStrategyBuilder;
import io.kubelayers.application.workloads.PodTemplateHash;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicaSetBuilder;
import io.kubelayers.application.workloads.ReplicaSetSpecBuilder;
import io.kubelayers.application.workloads.ReplicaSetStatusBuilder;
import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.IntOrString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Recorded answers of the Go code for int-or-percent arithmetic and the arithmetic of rollouts. */
class DeploymentGoldenTest {
    @TestFactory
    @Tag("golden")
    Stream<DynamicTest> cases() {
        return Golden.topic("intstr").tests(DeploymentGoldenTest::check);
    }

    private static void check(GoldenCase c) {
        switch (c.text("op")) {
            case "scaled" -> scaled(c);
            case "unmarshal" -> unmarshal(c);
            case "fenceposts" -> fenceposts(c);
            case "newRSNewReplicas" -> newSetSize(c);
            case "proportion" -> assertThat(RolloutSize.proportion(
                            set("rs", integer(c, "rsReplicas"), annotations(c)),
                            deployment(c).withStatus(status(integer(c, "statusReplicas"))),
                            integer(c, "toAdd"),
                            integer(c, "added")))
                    .isEqualTo(integer(c, "result"));
            case "complete" -> complete(c);
            case "saturated" -> saturated(c);
            case "findNewRS" -> findNewSet(c);
            default -> throw new AssertionError("no test for op " + c.text("op"));
        }
    }

    private static void scaled(GoldenCase c) {
        var value = value(c.get("value"));
        int total = integer(c, "total");
        expect(c.part("down"), () -> IntOrString.scaled(value, total, false));
        expect(c.part("up"), () -> IntOrString.scaled(value, total, true));
        expect(c.part("downLegacy"), () -> IntOrString.scaledLegacy(value, total, false));
        expect(c.part("upLegacy"), () -> IntOrString.scaledLegacy(value, total, true));
        if (value != null) {
            assertThat(value.toString()).isEqualTo(c.text("string"));
            assertThat(value.intValue()).isEqualTo(integer(c, "intValue"));
            assertThat(IntOrString.parse(value.toString())).isEqualTo(value(c.get("parse")));
        }
    }

    private static void expect(GoldenCase answer, LongSupplier question) {
        try {
            assertThat(question.getAsLong()).isEqualTo(answer.number("v"));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isEqualTo(answer.get("err"));
        }
    }

    private static void unmarshal(GoldenCase c) {
        try {
            var value = IntOrString.parseJson(c.text("in"));
            assertThat(value.isInt() ? "int" : "string").isEqualTo(c.get("type"));
            assertThat(value).isEqualTo(value(c.get("json")));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isEqualTo(c.get("err"));
        }
    }

    private static void fenceposts(GoldenCase c) {
        int desired = integer(c, "desired");
        var surge = value(c.get("maxSurge"));
        var unavailable = value(c.get("maxUnavailable"));
        try {
            var limits = RollingLimits.resolve(surge, unavailable, desired);
            assertThat(limits.surge()).isEqualTo(integer(c, "surge"));
            assertThat(limits.unavailable()).isEqualTo(integer(c, "unavailable"));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isEqualTo(c.get("err"));
        }
        if (surge != null && unavailable != null) {
            var deployment = rolling(desired, surge, unavailable);
            assertThat(RollingLimits.of(deployment).surge()).isEqualTo(integer(c, "MaxSurge"));
            assertThat(RollingLimits.of(deployment).unavailable()).isEqualTo(integer(c, "MaxUnavailable"));
            assertThat(RollingLimits.minAvailable(deployment)).isEqualTo(integer(c, "MinAvailable"));
        }
    }

    private static void newSetSize(GoldenCase c) {
        var newest = set("new", integer(c, "new"), Map.of());
        var all = new ArrayList<ReplicaSet>();
        if (c.has("olds")) {
            for (var size : c.list("olds")) {
                all.add(set("old-" + all.size(), ((Number) size).intValue(), Map.of()));
            }
        }
        all.add(newest);
        try {
            assertThat(RolloutSize.ofNewSet(deployment(c), all, newest)).isEqualTo(integer(c, "result"));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isEqualTo(c.get("err"));
        }
    }

    private static void complete(GoldenCase c) {
        var deployment = deployment(c)
                .withMetadata(ObjectMetaBuilder.builder()
                        .generation(c.number("generation"))
                        .build());
        var status = status(integer(c, "statusReplicas"))
                .withUpdatedReplicas(integer(c, "updated"))
                .withAvailableReplicas(integer(c, "available"))
                .withObservedGeneration(c.number("observedGeneration"));
        assertThat(RolloutProgress.isComplete(deployment, status)).isEqualTo(c.flag("result"));
    }

    private static void saturated(GoldenCase c) {
        var set = set("rs", integer(c, "rsReplicas"), annotations(c));
        var status = ReplicaSetStatusBuilder.builder()
                .availableReplicas(integer(c, "available"))
                .build();
        assertThat(RolloutSize.isSaturated(deployment(c), set.withStatus(status)))
                .isEqualTo(c.flag("result"));
    }

    @SuppressWarnings("unchecked")
    private static void findNewSet(GoldenCase c) {
        var deployment = DeploymentBuilder.builder()
                .spec(DeploymentSpecBuilder.builder()
                        .template(template(c.text("image")))
                        .build())
                .build();
        var owned = new ArrayList<ReplicaSet>();
        for (var item : c.list("rss")) {
            var given = new GoldenCase(c.topic(), c.family(), c.id(), (Map<String, @Nullable Object>) item);
            owned.add(existing(given));
        }
        var sets = RevisionSets.of(deployment, owned);
        assertThat(sets.newest() == null ? null : sets.newest().metadata().name())
                .isEqualTo(c.get("new"));
        assertThat(sets.old().stream().map(set -> set.metadata().name()).sorted())
                .isEqualTo(c.list("old"));
        assertThat(sets.oldWithReplicas().stream()
                        .map(set -> set.metadata().name())
                        .sorted())
                .isEqualTo(c.list("oldWithReplicas"));
    }

    private static ReplicaSet existing(GoldenCase given) {
        var template = template(given.text("image"));
        var labels = Map.of(PodTemplateHash.LABEL, given.text("name"));
        return ReplicaSetBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(given.text("name"))
                        .uid(given.text("uid"))
                        .creationTimestamp(Instant.ofEpochSecond(given.number("created")))
                        .build())
                .spec(ReplicaSetSpecBuilder.builder()
                        .replicas(integer(given, "replicas"))
                        .template(template.withMetadata(template.metadata().withLabels(labels)))
                        .build())
                .build();
    }

    private static PodTemplateSpec template(String image) {
        var container = ContainerBuilder.builder().name("c").image(image).build();
        return new PodTemplateSpec(
                null, PodSpecBuilder.builder().containers(List.of(container)).build());
    }

    private static Deployment deployment(GoldenCase c) {
        int replicas = integer(c, "replicas");
        if (!"RollingUpdate".equals(c.get("strategy")) && c.has("strategy")) {
            var strategy =
                    DeploymentStrategyBuilder.builder().type(c.text("strategy")).build();
            return DeploymentBuilder.builder()
                    .spec(DeploymentSpecBuilder.builder()
                            .replicas(replicas)
                            .strategy(strategy)
                            .build())
                    .build();
        }
        return rolling(replicas, value(c.get("maxSurge")), value(c.get("maxUnavailable")));
    }

    private static Deployment rolling(
            int replicas, @Nullable IntOrString maxSurge, @Nullable IntOrString maxUnavailable) {
        return DeploymentBuilder.builder()
                .spec(DeploymentSpecBuilder.builder()
                        .replicas(replicas)
                        .strategy(DeploymentStrategyBuilder.builder()
                                .type(Deployment.StrategyType.ROLLING_UPDATE)
                                .rollingUpdate(DeploymentRollingUpdateDeploymentBuilder.builder()
                                        .maxSurge(maxSurge)
                                        .maxUnavailable(maxUnavailable)
                                        .build())
                                .build())
                        .build())
                .build();
    }

    private static Deployment.Status status(int replicas) {
        return DeploymentStatusBuilder.builder().replicas(replicas).build();
    }

    private static ReplicaSet set(String name, int replicas, Map<String, String> annotations) {
        return ReplicaSetBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .annotations(annotations)
                        .build())
                .spec(ReplicaSetSpecBuilder.builder().replicas(replicas).build())
                .build();
    }

    private static Map<String, String> annotations(GoldenCase c) {
        var annotations = new TreeMap<String, String>();
        if (c.has("annotations")) {
            c.part("annotations").json().forEach((key, value) -> annotations.put(key, String.valueOf(value)));
        }
        return annotations;
    }

    private static @Nullable IntOrString value(@Nullable Object json) {
        if (json instanceof Number number) {
            return IntOrString.of(number.intValue());
        }
        return json == null ? null : IntOrString.of((String) json);
    }

    private static int integer(GoldenCase c, String field) {
        return (int) c.number(field);
    }
}
