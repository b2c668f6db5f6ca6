package io.kubelayers.examples;

import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import java.io.PrintStream;
import java.util.List;

/** Only the scheduler: plain records in, an explained placement out; no cluster, no threads, no clock. */
public final class EmbedScheduler {
    private EmbedScheduler() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        List<Node> nodes = List.of(
                new NodeTemplate().cpu("1").build("small"),
                new NodeTemplate().cpu("8").taint("gpu", "true", "NoSchedule").build("gpu"));
        Pod pod = Yaml.one(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: train, namespace: default}
                spec:
                  containers:
                  - {name: main, image: "train:1", resources: {requests: {cpu: "2"}}}
                """,
                Pod.class);

        var placement = Scheduling.on(nodes, List.of()).place(pod);
        out.println(placement.explain());
        out.print(Render.text(placement));
    }
}
