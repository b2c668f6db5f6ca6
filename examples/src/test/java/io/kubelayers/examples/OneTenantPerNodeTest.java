package io.kubelayers.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.interfaces.testkit.contract.FilterPluginContract;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.Pods;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The contract of filters, run with our plugin, and what we promise of it ourselves. */
class OneTenantPerNodeTest implements FilterPluginContract {
    private static final Profile PROFILE =
            Profile.standard().edit().enable(new OneTenantPerNode()).build();

    @Override
    public FilterPlugin plugin() {
        return new OneTenantPerNode();
    }

    /** Whatever pods come in whatever order, no node ever has two tenants. */
    @Property(tries = 200)
    void noNodeHasTwoTenants(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> tenants,
            @ForAll @IntRange(min = 1, max = 4) int nodes) {
        var placed = scheduling(nodes).placeAll(pods(tenants));

        for (var node : placed.after().nodes()) {
            var there = new TreeSet<String>();
            node.pods().forEach(pod -> there.add(pod.labels().get("tenant")));
            assertThat(there).hasSizeLessThanOrEqualTo(1);
        }
    }

    /** It forbids no more than that: a tenant alone finds room on every node. */
    @Property(tries = 100)
    void aTenantAloneIsNotDisturbed(@ForAll @Size(max = 12) List<@IntRange(max = 0) Integer> pods) {
        assertThat(scheduling(2).placeAll(pods(pods)).allScheduled()).isTrue();
    }

    private static Scheduling scheduling(int count) {
        var nodes = new ArrayList<Node>();
        for (int i = 1; i <= count; i++) {
            nodes.add(new NodeTemplate().cpu("64").build("n" + i));
        }
        return Scheduling.on(nodes, List.of()).by(PROFILE);
    }

    private static List<Pod> pods(List<Integer> tenants) {
        var pods = new ArrayList<Pod>();
        for (var tenant : tenants) {
            pods.add(pod("p" + pods.size(), tenant));
        }
        return pods;
    }

    private static Pod pod(String name, int tenant) {
        return Pods.named(name + "-" + tenant)
                .cpu("1")
                .label("tenant", "t" + tenant)
                .build();
    }
}
