package io.kubelayers.examples;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HpaSimulation;
import io.kubelayers.governance.autoscaling.horizontal.HpaTimeline;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.governance.metrics.UsageCurveText;
import io.kubelayers.interfaces.report.AutoscalingReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * An autoscaler is tuned on a day of load: rescales, pod hours and the moments without enough pods before and after, and the
 * day as charts.
 */
public final class AutoscalingLesson {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String AUTOSCALER =
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web, namespace: shop}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 2
              maxReplicas: 30
              metrics:
              - type: Resource
                resource: {name: cpu, target: {type: Utilization, averageUtilization: TARGET}}
            """;

    /** Down slowly, a tenth every five minutes, so that the next burst finds its pods. */
    private static final String CALM =
            """
              behavior:
                scaleDown:
                  stabilizationWindowSeconds: 900
                  policies: [{type: Percent, value: 10, periodSeconds: 300}]
            """;

    private AutoscalingLesson() {}

    /**
     * Runs the lesson.
     *
     * @param arguments a folder to write day.html and day.svg to; none writes nothing
     */
    public static void main(String[] arguments) throws IOException {
        var tuned = run(System.out);
        if (arguments.length > 0) {
            var folder = Files.createDirectories(Path.of(arguments[0]));
            Files.writeString(folder.resolve("day.html"), AutoscalingReport.html("web over a day", tuned));
            Files.writeString(folder.resolve("day.svg"), AutoscalingReport.svg(tuned));
        }
    }

    static HpaTimeline run(PrintStream out) {
        // quiet nights, busy afternoons, and a burst of five minutes every hour
        UsageCurve load = UsageCurveText.parse("wave 1..8 every 24h peak 14h noise 10%", START, 7)
                .plus(UsageCurveText.parse("spikes 0..3 every 1h for 5m", START, 0));

        var before = day(AUTOSCALER.replace("TARGET", "80"), load);
        out.println("Target 80 %, default behavior:  " + summary(before));
        var lower = day(AUTOSCALER.replace("TARGET", "60"), load);
        out.println("Target 60 %, default behavior:  " + summary(lower));
        var tuned = day(AUTOSCALER.replace("TARGET", "60") + CALM, load);
        out.println("Target 60 %, down slowly:       " + summary(tuned));
        out.println("The morning of the last, where something changes:");
        tuned.table().lines().limit(12).forEach(out::println);
        return tuned;
    }

    private static HpaTimeline day(String yaml, UsageCurve load) {
        return HpaSimulation.simulate(Yaml.one(yaml, HorizontalPodAutoscaler.class), load, Duration.ofDays(1));
    }

    private static String summary(HpaTimeline day) {
        long overloaded = day.steps().stream()
                .filter(step -> step.loads().getOrDefault("cpu", 0.0) > step.ready())
                .count();
        return String.format(
                Locale.ROOT,
                "%3d rescales, at most %2d replicas, %5.1f pod hours, %3d looks with more load than ready pods",
                day.rescales().size(),
                day.peak(),
                day.podHours(),
                overloaded);
    }
}
