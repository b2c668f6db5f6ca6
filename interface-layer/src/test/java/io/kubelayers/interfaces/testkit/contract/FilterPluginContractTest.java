package io.kubelayers.interfaces.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.application.scheduling.plugins.NodeName;
import io.kubelayers.application.scheduling.plugins.TaintToleration;
import io.kubelayers.interfaces.testkit.SmallCluster;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.pod.Pods;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

/** The contract passes plugins that keep it, and catches those that don't. */
class FilterPluginContractTest {
    @Group
    class NodeNameKeepsIt implements FilterPluginContract {
        @Override
        public FilterPlugin plugin() {
            return new NodeName();
        }
    }

    @Group
    class TaintTolerationKeepsIt implements FilterPluginContract {
        @Override
        public FilterPlugin plugin() {
            return TaintToleration.standard();
        }
    }

    private final SmallCluster cluster = new SmallCluster(List.of(new NodeTemplate().build("n1")), List.of());

    private static FilterPluginContract of(Function<Integer, Status> answers) {
        var count = new int[1];
        return () -> new FilterPlugin() {
            @Override
            public String name() {
                return "Strange";
            }

            @Override
            public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
                return answers.apply(count[0]++);
            }
        };
    }

    @Example
    void a_rejection_without_a_reason_is_caught() {
        var contract = of(call -> Status.unschedulable());
        assertThatThrownBy(() -> contract.answersEveryPodAndNode(Pods.named("p").build(), cluster))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("reasons come with rejections only");
    }

    @Example
    void an_error_is_caught() {
        var contract = of(call -> Status.error("out of luck"));
        assertThatThrownBy(() -> contract.answersEveryPodAndNode(Pods.named("p").build(), cluster))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Filter answers Success or a rejection, not")
                .hasMessageContaining("out of luck");
    }

    @Example
    void a_change_of_mind_is_caught() {
        var contract = of(call -> call % 2 == 0 ? Status.success() : Status.unschedulable("not today"));
        assertThatThrownBy(() -> contract.answersTheSameAgain(Pods.named("p").build(), cluster))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not today");
    }
}
