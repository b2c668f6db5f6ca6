package io.kubelayers.interfaces.http.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.interfaces.http.server.MetricsPort;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the scheduler of a cluster did, as Prometheus reads it; on virtual time the numbers are always the same. */
class SchedulerPrometheusTest {
    private static String pod(String name, String cpu, int priority) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: default}
                spec:
                  %s
                  containers: [{name: c, image: i, resources: {requests: {cpu: "%s"}}}]
                ---
                """
                .formatted(
                        name, priority == 0 ? "restartPolicy: Always" : "priorityClassName: system-node-critical", cpu);
    }

    private static String gated(String name) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: default}
                spec:
                  schedulingGates: [{name: wait}]
                  containers: [{name: c, image: i}]
                """
                .formatted(name);
    }

    @Test
    void attemptsQueuesAndTimesAreCounted() {
        var metrics = SchedulerPrometheus.create();
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), SchedulerMetricsLayer.of(metrics))
                .withoutNodeAgent()
                .node("only", node -> node.cpu("4"))
                .start()) {
            cluster.apply(Manifests.of(
                    "pods", pod("small", "1", 0) + pod("large", "9", 0) + pod("huge", "10", 0) + gated("gated")));
            cluster.settle();

            assertThat(metrics.text().lines())
                    .contains(
                            "scheduler_schedule_attempts_total{profile=\"default-scheduler\",result=\"scheduled\"} 1.0",
                            "scheduler_schedule_attempts_total{profile=\"default-scheduler\",result=\"unschedulable\"} 2.0",
                            "scheduler_pending_pods{queue=\"active\"} 0.0",
                            "scheduler_pending_pods{queue=\"backoff\"} 0.0",
                            "scheduler_pending_pods{queue=\"gated\"} 1.0",
                            "scheduler_pending_pods{queue=\"unschedulable\"} 2.0",
                            "scheduler_unschedulable_pods{plugin=\"NodeResourcesFit\",profile=\"default-scheduler\"} 2.0",
                            "scheduler_queue_incoming_pods_total{event=\"UnschedulablePodAdd\",queue=\"active\"} 3.0",
                            "scheduler_queue_incoming_pods_total{event=\"UnschedulablePodAdd\",queue=\"gated\"} 1.0",
                            "scheduler_queue_incoming_pods_total{event=\"ScheduleAttemptFailure\",queue=\"unschedulable\"}"
                                    + " 2.0",
                            "scheduler_cache_size{type=\"nodes\"} 1.0",
                            "scheduler_pod_scheduling_attempts_count 1",
                            "scheduler_pod_scheduling_sli_duration_seconds_count{attempts=\"1\"} 1",
                            "scheduler_scheduling_algorithm_duration_seconds_count 3",
                            "scheduler_framework_extension_point_duration_seconds_count{extension_point=\"Bind\","
                                    + "profile=\"default-scheduler\",status=\"Success\"} 1",
                            "scheduler_framework_extension_point_duration_seconds_count{extension_point=\"Filter\","
                                    + "profile=\"default-scheduler\",status=\"Success\"} 3",
                            "scheduler_plugin_evaluation_total{extension_point=\"Filter\",plugin=\"NodeResourcesFit\","
                                    + "profile=\"default-scheduler\"} 3.0",
                            "scheduler_preemption_attempts_total 2.0")
                    .anyMatch(line -> line.startsWith(
                            "scheduler_plugin_execution_duration_seconds_count{extension_point=\"Filter\","
                                    + "plugin=\"TaintToleration\",status=\"Success\"}"));

            cluster.addNode("larger", new NodeTemplate().cpu("9500m"));
            cluster.advance(Duration.ofSeconds(5));
            assertThat(metrics.text().lines())
                    .contains(
                            "scheduler_schedule_attempts_total{profile=\"default-scheduler\",result=\"scheduled\"} 2.0",
                            "scheduler_pod_scheduling_sli_duration_seconds_count{attempts=\"2\"} 1")
                    .anyMatch(
                            line -> line.startsWith("scheduler_queue_incoming_pods_total{event=\"NodeAdd\",queue=\""));
        }
    }

    @Test
    void victimsOfPreemptionAreCounted() {
        var metrics = SchedulerPrometheus.create();
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), SchedulerMetricsLayer.of(metrics))
                .withoutNodeAgent()
                .node("only", node -> node.cpu("4"))
                .start()) {
            cluster.apply(Manifests.of("pods", pod("one", "2", 0) + pod("two", "2", 0)));
            cluster.settle();
            cluster.apply(Manifests.of("pods", pod("critical", "4", 1)));
            cluster.settle();
            assertThat(metrics.text().lines())
                    .contains("scheduler_preemption_victims_count 1", "scheduler_preemption_victims_sum 2.0");
        }
    }

    @Test
    void aPortServesThem() throws IOException, InterruptedException {
        try (var port = MetricsPort.serve(0, SchedulerPrometheus.create()::text)) {
            assertThat(get(port, "/healthz").body()).isEqualTo("ok");
            assertThat(get(port, "/metrics").body()).contains("# TYPE scheduler_preemption_attempts_total counter");
            assertThat(get(port, "/").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(MetricsPort port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(port.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
