package io.kubelayers.examples;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HpaSimulation;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.governance.metrics.UsageCurveText;
import io.kubelayers.nucleus.explain.Render;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Only the autoscaler: what it would do in a rush hour, and why, without any cluster. */
public final class EmbedAutoscaling {
    private EmbedAutoscaling() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        var autoscaler = Yaml.one(
                """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web, namespace: shop}
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
                  minReplicas: 2
                  maxReplicas: 8
                  metrics:
                  - type: Resource
                    resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}
                  behavior:
                    scaleDown: {stabilizationWindowSeconds: 120}
                """,
                HorizontalPodAutoscaler.class);
        // one core, and four for five minutes; each pod requests one
        UsageCurve load = UsageCurveText.parse("steps 0s=1 2m=4 7m=1", Instant.parse("2026-01-01T00:00:00Z"), 0);

        var timeline = HpaSimulation.simulate(autoscaler, load, Duration.ofMinutes(12));
        out.print(timeline.table());
        out.println("the first step up, explained:");
        out.print(Render.text(timeline.rescales().get(0).decision()));
    }
}
