package io.kubelayers.governance.autoscaling.horizontal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.governance.SinceRecorded;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler.Condition;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Absent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The autoscaler gives the recorded answers of upstream's controller: counts, conditions, events and errors. */
class HpaGoldenTest {
    @TestFactory
    @Tag("golden")
    Stream<DynamicTest> cases() {
        return Golden.topic("hpa").tests(c -> {
            if (c.text("kind").equals("replicas")) {
                replicas(c);
            } else {
                scenario(c);
            }
        });
    }

    private static void replicas(GoldenCase c) {
        var metric = RecordedHpa.CODEC.decode(c.part("metric").json(), MetricSpec.class);
        var hpa = hpaWith(metric);
        var scale = RecordedHpa.scale(c.json());
        var options = RecordedHpa.options(c.part("config").json());
        var selector = Selector.parse(c.text("selector"));
        var pods =
                WorkloadPods.of(RecordedHpa.pods(c.json()), "default", selector).pods();
        var reading = MetricReadings.ask(new RecordedHpa.Metrics(c.json()), hpa, selector)
                .get(0);
        var calculator =
                new ReplicaCalculator(pods, Tolerances.of(hpa, options), options, Instant.parse(c.text("now")));
        var proposal = new MetricEvaluation(
                        calculator,
                        "default",
                        scale.spec().replicas(),
                        scale.status().replicas())
                .propose(metric, reading);

        var expected = c.part("expect");
        var error = proposal.failure() == null ? "" : proposal.failure().error();
        assertThat(error).isEqualTo(expected.text("error"));
        if (proposal.failure() != null) {
            assertThat(proposal.failure().reason()).isEqualTo(expected.text("conditionReason"));
            assertThat(proposal.failure().conditionMessage()).isEqualTo(expected.text("conditionMessage"));
            return;
        }
        assertThat(proposal.count().replicas()).isEqualTo((int) expected.number("replicas"));
        assertThat(proposal.name()).isEqualTo(expected.text("metricName"));
        assertThat(tree(proposal.status()))
                .isEqualTo(sorted(expected.part("status").json()));
    }

    private static HorizontalPodAutoscaler hpaWith(MetricSpec metric) {
        return HorizontalPodAutoscalerBuilder.builder()
                .metadata(io.kubelayers.nucleus.meta.ObjectMeta.EMPTY.withNamespace("default"))
                .spec(HorizontalPodAutoscaler.Spec.EMPTY.withMetrics(List.of(metric)))
                .build();
    }

    private static void scenario(GoldenCase c) {
        var hpa = RecordedHpa.CODEC.decode(c.part("hpa").json(), HorizontalPodAutoscaler.class);
        var options = RecordedHpa.options(c.part("config").json());
        var history = HpaHistory.EMPTY;
        int number = 0;
        Object shown = null;
        for (var item : c.list("steps")) {
            @SuppressWarnings("unchecked")
            var step = new GoldenCase(
                    c.topic(), c.family(), c.id() + "/" + number++, (Map<String, @Nullable Object>) item);
            var decision = HpaAlgorithm.decide(request(hpa, step, history, options));
            compare(step.part("expect"), decision, shown, step.id());
            shown = step.part("expect").part("status").get("currentMetrics");
            history = decision.history();
            hpa = hpa.withStatus(decision.status());
        }
    }

    private static HpaRequest request(
            HorizontalPodAutoscaler hpa, GoldenCase step, HpaHistory history, HpaOptions options) {
        var scale = RecordedHpa.scale(step.json());
        var request = HpaRequest.of(hpa, scale, Instant.parse(step.text("at")))
                .withPods(RecordedHpa.pods(step.json()))
                .withHistory(history)
                .withOptions(options);
        if (!HpaAlgorithm.needsMetrics(hpa, scale.spec().replicas())) {
            return request;
        }
        var complete = HorizontalPodAutoscalerDefaults.apply(hpa);
        // the recorded answers do not depend on the selector, so that an unreadable one is no problem here
        return request.withReadings(
                MetricReadings.ask(new RecordedHpa.Metrics(step.json()), complete, Selector.everything()));
    }

    /** Compares with what was recorded; {@code shown} are the readings that the step before had in its status. */
    private static void compare(GoldenCase expected, HpaDecision decision, @Nullable Object shown, String id) {
        var scaledTo = (Number) expected.get("scaledTo");
        assertThat(decision.scaleTo()).as(id).isEqualTo(scaledTo == null ? null : (Integer) scaledTo.intValue());
        assertThat(decision.events().stream().map(HpaEvent::toString).toList())
                .as(id)
                .isEqualTo(expected.list("events"));
        assertThat(Absent.text(decision.error())).as(id).isEqualTo(expected.text("error"));
        var status = new TreeMap<>(tree(comparable(decision.status())));
        var expectedStatus = new TreeMap<>(sorted(expected.part("status").json()));
        var kept = Objects.equals(expectedStatus.get("currentMetrics"), shown);
        if (kept && SinceRecorded.showsOtherReadings(decision)) {
            status.remove("currentMetrics");
            expectedStatus.remove("currentMetrics");
        }
        assertThat(status).as(id).isEqualTo(expectedStatus);
    }

    private static HorizontalPodAutoscaler.Status comparable(HorizontalPodAutoscaler.Status status) {
        return status.withConditions(status.conditions().stream()
                .map(condition -> condition.withLastTransitionTime(null))
                .sorted(Comparator.comparing(Condition::type))
                .toList());
    }

    private static Map<String, @Nullable Object> tree(Object record) {
        return sorted(RecordedHpa.CODEC.toTree(record));
    }

    /** A tree without the fields that are not set, for comparing. */
    private static Map<String, @Nullable Object> sorted(Map<?, ?> tree) {
        var copy = new TreeMap<String, @Nullable Object>();
        tree.forEach((key, value) -> {
            if (value != null) {
                copy.put((String) key, value(value));
            }
        });
        return copy;
    }

    private static Object value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return sorted(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(HpaGoldenTest::value).toList()
                : value;
    }
}
