package io.kubelayers.examples;

import io.kubelayers.governance.quota.QuotaPlan;
import io.kubelayers.nucleus.explain.Render;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;

/** A release is to go into a team's namespace: does it fit the quota, what is the first that doesn't, what would do? */
public final class QuotaPlanningLesson {
    private static final String NAMESPACE =
            """
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: team, namespace: shop}
            spec: {hard: {pods: "12", requests.cpu: "4", requests.memory: 8Gi, requests.storage: 30Gi}}
            ---
            apiVersion: v1
            kind: LimitRange
            metadata: {name: usual, namespace: shop}
            spec:
              limits:
              - type: Container
                defaultRequest: {cpu: 250m, memory: 256Mi}
            ---
            """;

    private static final String RELEASE =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 6
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: "web:2"}]}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              replicas: 3
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: db, image: "db:9", resources: {requests: {cpu: CPU, memory: 1Gi}}}]}
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
            """;

    private QuotaPlanningLesson() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        var tooMuch = plan("1");
        out.println("As the release stands, " + tooMuch.explain());
        out.print(Render.text(tooMuch));

        for (var cpu : new String[] {"900m", "800m"}) {
            var plan = plan(cpu);
            out.println("With " + cpu + " for each db pod: " + plan.explain());
            plan.shares()
                    .forEach((limit, share) ->
                            out.println(String.format(Locale.ROOT, "%4d%%  %s", Math.round(share * 100), limit)));
        }
    }

    private static QuotaPlan plan(String cpu) {
        return QuotaPlan.of(Yaml.all(NAMESPACE + RELEASE.replace("CPU", cpu)), Instant.parse("2026-01-01T00:00:00Z"));
    }
}
