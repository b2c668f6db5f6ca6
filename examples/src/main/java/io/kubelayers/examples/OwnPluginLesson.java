package io.kubelayers.examples;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.Pods;
import java.io.PrintStream;
import java.util.List;

/** A scheduler plugin of one's own at work; its test proves it. The page is {@code lessons/own-plugin.md}. */
public final class OwnPluginLesson {
    private OwnPluginLesson() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        var nodes = List.of(new NodeTemplate().build("n1"), new NodeTemplate().build("n2"));
        var pods = List.of(pod("red-1", "red"), pod("blue-1", "blue"), pod("red-2", "red"), pod("green-1", "green"));
        var tenants = Profile.standard().edit().enable(new OneTenantPerNode()).build();

        var scheduling = Scheduling.on(nodes, List.of()).by(tenants);
        for (var placement : scheduling.placeAll(pods).placements()) {
            out.println(placement);
        }
    }

    private static Pod pod(String name, String tenant) {
        return Pods.named(name).cpu("500m").label("tenant", tenant).build();
    }
}
