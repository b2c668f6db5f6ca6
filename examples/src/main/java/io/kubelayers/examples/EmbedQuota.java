package io.kubelayers.examples;

import io.kubelayers.governance.quota.QuotaMath;
import io.kubelayers.governance.quota.QuotaRequest;
import io.kubelayers.governance.quota.ResourceQuota;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** Only quota math: what an object is charged, and whether it still fits. */
public final class EmbedQuota {
    private EmbedQuota() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        var quota = Yaml.one(
                """
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: dev, namespace: team}
                spec: {hard: {pods: "10", requests.cpu: "2"}}
                status: {hard: {pods: "10", requests.cpu: "2"}, used: {pods: "3", requests.cpu: 1800m}}
                """,
                ResourceQuota.class);
        var pod = Yaml.one(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: team}
                spec:
                  containers:
                  - {name: main, image: "web:1", resources: {requests: {cpu: 500m}}}
                """,
                Pod.class);
        var now = Instant.parse("2026-01-01T00:00:00Z");

        out.println("the pod is charged " + QuotaMath.usage(pod, now));
        var decision = QuotaMath.admit(QuotaRequest.create(pod), List.of(quota), now);
        out.println(decision.explain());
        out.print(Render.text(decision));
    }
}
