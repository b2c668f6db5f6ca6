package io.kubelayers.examples;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import java.io.PrintStream;

/**
 * Layer 2: workloads. A Deployment becomes a ReplicaSet becomes pods; the scheduler finds nodes for them, and one that fits
 * nowhere says why.
 */
public final class ApplicationLesson {
    private ApplicationLesson() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard())
                .nodes(2, node -> node.cpu("2").memory("4Gi"))
                .start()) {
            cluster.apply(Yaml.one(
                    """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web, namespace: default}
                    spec:
                      replicas: 3
                      selector: {matchLabels: {app: web}}
                      template:
                        metadata: {labels: {app: web}}
                        spec:
                          containers:
                          - {name: web, image: "web:1.0", resources: {requests: {cpu: 1500m}}}
                    """,
                    Deployment.class));
            cluster.settle();

            var web = cluster.client().on(Deployment.class).get("default", "web");
            out.println(web.status().availableReplicas() + " of 3 pods are available");
            for (var pod : cluster.lister(Pod.class).list("default")) {
                for (var condition : pod.status().conditions()) {
                    if (condition.type().equals("PodScheduled")
                            && condition.status().equals("False")) {
                        out.println("the third: " + condition.message());
                    }
                }
            }

            cluster.addNode("node-3", new io.kubelayers.nucleus.cluster.NodeTemplate().cpu("2"));
            cluster.settle();
            out.println("with one more node: "
                    + cluster.client()
                            .on(Deployment.class)
                            .get("default", "web")
                            .status()
                            .availableReplicas());
        }
    }
}
