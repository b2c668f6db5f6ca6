package io.kubelayers.interfaces.testkit.contract;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.interfaces.testkit.KubelayersDomain;
import io.kubelayers.interfaces.testkit.SmallCluster;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.api.Assertions;

/**
 * What the scheduler relies on in a {@link FilterPlugin}:
 *
 * <ul>
 *   <li>it has a name, always the same;
 *   <li>it answers every valid pod and node with Success or a rejection, and never fails;
 *   <li>a rejection says why, success says nothing;
 *   <li>the same question gets the same answer, whatever was asked in between;
 *   <li>it looks at the node it is given, not at its place among the others.
 * </ul>
 */
public interface FilterPluginContract {
    /** The plugin to be tested; made anew for each question set. */
    FilterPlugin plugin();

    /** The plugin has a name that does not change. */
    @Example
    default void hasAName() {
        Assertions.assertThat(plugin().name()).isNotBlank().isEqualTo(plugin().name());
    }

    /** Valid input gets an answer: Success without reasons or a rejection with reasons. */
    @Property(tries = 200)
    @Domain(KubelayersDomain.class)
    @Domain(DomainContext.Global.class)
    default void answersEveryPodAndNode(@ForAll Pod pod, @ForAll SmallCluster cluster) {
        var answers = ask(plugin(), cluster.snapshot(), PodInfo.of(pod));
        for (var answer : answers) {
            Assertions.assertThat(answer.isSuccess() || answer.isRejected())
                    .as("Filter answers Success or a rejection, not %s", answer)
                    .isTrue();
            Assertions.assertThat(answer.reasons().isEmpty())
                    .as("reasons come with rejections only: %s", answer)
                    .isEqualTo(answer.isSuccess());
        }
    }

    /** Asking twice, with the same plugin or a new one, gives the same answers. */
    @Property(tries = 100)
    @Domain(KubelayersDomain.class)
    @Domain(DomainContext.Global.class)
    default void answersTheSameAgain(@ForAll Pod pod, @ForAll SmallCluster cluster) {
        var plugin = plugin();
        var info = PodInfo.of(pod);
        var first = ask(plugin, cluster.snapshot(), info);
        Assertions.assertThat(ask(plugin, cluster.snapshot(), info)).isEqualTo(first);
        Assertions.assertThat(ask(plugin(), cluster.snapshot(), info)).isEqualTo(first);
    }

    /** What PreFilter has already refused for all nodes is no question for Filter. */
    private static List<Status> ask(FilterPlugin plugin, Snapshot snapshot, PodInfo pod) {
        var state = CycleState.over(snapshot);
        var answers = new ArrayList<Status>();
        if (plugin instanceof PreFilterPlugin first) {
            var before = first.preFilter(state, pod).status();
            if (!before.isSuccess()) {
                return before.isSkip() ? List.of() : List.of(before);
            }
        }
        for (NodeInfo node : snapshot.nodes()) {
            answers.add(plugin.filter(state, pod, node));
        }
        return answers;
    }
}
