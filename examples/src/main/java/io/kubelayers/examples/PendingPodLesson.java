package io.kubelayers.examples;

import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.pod.Pods;
import java.io.PrintStream;
import java.util.List;

/** Why is my pod pending? Node by node, and what would help: the page is {@code lessons/pending-pod.md}. */
public final class PendingPodLesson {
    private PendingPodLesson() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        var nodes = List.of(
                new NodeTemplate().cpu("4").memory("8Gi").zone("a").build("worker-1"),
                new NodeTemplate().cpu("4").memory("8Gi").zone("b").build("worker-2"),
                new NodeTemplate()
                        .cpu("16")
                        .memory("64Gi")
                        .taint("gpu", "true", "NoSchedule")
                        .build("gpu-1"));
        var running = List.of(
                Pods.named("shop/web-1")
                        .requests("cpu", "2500m", "memory", "2Gi")
                        .on("worker-1")
                        .build(),
                Pods.named("shop/web-2")
                        .requests("cpu", "1500m", "memory", "6Gi")
                        .on("worker-2")
                        .build());
        Pod report =
                Pods.named("shop/report").requests("cpu", "2", "memory", "4Gi").build();
        var cluster = Scheduling.on(nodes, running).inDetail();

        out.println("What kubectl describe says:");
        var placement = cluster.place(report);
        out.println(placement.explain());
        out.println();
        out.println("What each node says, every rule of it:");
        out.print(placement.toTable());
        out.println();

        out.println("What would help?");
        tell(out, "asking for less cpu", cluster, with(report, "1", "4Gi"));
        tell(out, "tolerating the taint", cluster, tolerant(report));
        tell(
                out,
                "moving web-1 away",
                cluster.whatIf().draining("worker-1").uncordoning("worker-1").commit(),
                report);
        tell(
                out,
                "another node",
                cluster.whatIf().adding(new NodeTemplate().build("worker-3")).commit(),
                report);
    }

    private static void tell(PrintStream out, String change, Scheduling cluster, Pod pod) {
        var node = cluster.place(pod).node();
        out.println("- " + change + ": " + (node == null ? "still nowhere" : "it goes to " + node));
    }

    private static Pod with(Pod pod, String cpu, String memory) {
        return Pods.named("shop/" + pod.metadata().name())
                .requests("cpu", cpu, "memory", memory)
                .build();
    }

    private static Pod tolerant(Pod pod) {
        return pod.withSpec(pod.spec().withTolerations(List.of(new Toleration("gpu", "Exists", null, null, null))));
    }
}
