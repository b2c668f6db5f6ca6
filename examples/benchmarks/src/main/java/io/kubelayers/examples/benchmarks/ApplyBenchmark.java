package io.kubelayers.examples.benchmarks;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.nucleus.apply.Applied;
import io.kubelayers.nucleus.apply.ServerSideApply;
import io.kubelayers.nucleus.apply.Shape;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.patch.PatchSchema;
import io.kubelayers.nucleus.patch.StrategicMergePatch;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Patches of a typical Deployment (two containers with ports, environment, mounts, probes and resources) and applies of
 * it: the same again, and with another image.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ApplyBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TEMPLATE =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              labels: {app: web, tier: frontend, team: payments}
              annotations: {note: typical}
            spec:
              replicas: 3
              selector: {matchLabels: {app: web}}
              strategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 25%, maxSurge: 25%}}
              revisionHistoryLimit: 10
              progressDeadlineSeconds: 600
              template:
                metadata: {labels: {app: web, tier: frontend}}
                spec:
                  restartPolicy: Always
                  terminationGracePeriodSeconds: 30
                  serviceAccountName: web
                  volumes:
                  - {name: config, configMap: {name: web-config}}
                  - {name: tmp, emptyDir: {}}
                  containers:
                  - name: web
                    image: registry.example.com/web:VERSION
                    ports:
                    - {name: http, containerPort: 8080, protocol: TCP}
                    - {name: metrics, containerPort: 9090, protocol: TCP}
                    env:
                    - {name: LOG_LEVEL, value: info}
                    - {name: POD_NAME, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: metadata.name}}}
                    - {name: DB_HOST, value: db.shop.svc}
                    resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {cpu: "1", memory: 512Mi}}
                    volumeMounts:
                    - {name: config, mountPath: /etc/web}
                    - {name: tmp, mountPath: /tmp}
                    livenessProbe: {httpGet: {path: /healthz, port: 8080}, initialDelaySeconds: 5, periodSeconds: 10}
                    readinessProbe: {httpGet: {path: /ready, port: 8080}, periodSeconds: 10}
                  - name: sidecar
                    image: registry.example.com/sidecar:0.9
                    args: [--listen=:15000, --upstream=127.0.0.1:8080]
                    resources: {requests: {cpu: 50m, memory: 64Mi}}
            """;

    private final Map<String, @Nullable Object> deployment = deployment("1");
    private final Map<String, @Nullable Object> changed = deployment("2");
    private final PatchSchema schema = PatchSchema.of(Deployment.class);
    private final Map<String, @Nullable Object> patch = Codec.readTree(
            "{spec: {template: {spec: {containers: [{name: web, image: registry.example.com/web:2}]}}}}",
            ReadOptions.ignore());
    private final ServerSideApply apply = ServerSideApply.of(Shape.of(Deployment.class), "apps/v1");
    private final Applied applied = stored(apply.apply(Applied.nothing(), deployment, "kubectl", false, NOW));

    static Map<String, @Nullable Object> deployment(String version) {
        return Codec.readTree(TEMPLATE.replace("VERSION", version), ReadOptions.ignore());
    }

    private static Applied stored(Applied created) {
        return Applied.of(created.object(), created.managedFields());
    }

    @Benchmark
    public Object strategicMerge() {
        return StrategicMergePatch.apply(deployment, patch, schema);
    }

    @Benchmark
    public Object strategicDiff() {
        return StrategicMergePatch.create(deployment, changed, schema);
    }

    @Benchmark
    public Object applySame() {
        return apply.apply(applied, deployment, "kubectl", false, NOW);
    }

    @Benchmark
    public Object applyChange() {
        return apply.apply(applied, changed, "kubectl", false, NOW);
    }
}
