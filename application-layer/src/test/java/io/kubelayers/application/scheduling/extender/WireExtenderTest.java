package io.kubelayers.application.scheduling.extender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.ExtenderException;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreemptionPlan.Victims;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What goes to extenders and what is made of their answers, as {@code extender/v1} has it. */
class WireExtenderTest {
    private static final List<NodeInfo> NODES = List.of(NodeInfo.of(ANode.named("n1")), NodeInfo.of(ANode.named("n2")));

    private final List<String> sent = new ArrayList<>();

    private WireExtender answering(ExtenderSettings settings, String answer) {
        return WireExtender.of(settings, (verb, url, json) -> {
            sent.add(url + " " + json);
            return answer;
        });
    }

    private static ExtenderSettings settings() {
        return ExtenderSettings.at("http://gpu/scheduler/")
                .withFilterVerb("filter")
                .withPrioritizeVerb("prioritize")
                .withPreemptVerb("preempt")
                .withBindVerb("bind");
    }

    private static Pod pod(String name) {
        var pod = APod.named(name).build();
        return pod.withMetadata(pod.metadata().withUid("uid-" + name));
    }

    private Object sent(String... path) {
        var text = sent.get(0);
        return Tree.get(Codec.readTree(text.substring(text.indexOf(' ')), ReadOptions.ignore()), path);
    }

    @Test
    void nodesAreSentWholeUnlessItKnowsThem() {
        answering(settings(), "{\"Nodes\":{\"items\":[]}}").filter(PodInfo.of(pod("p")), NODES);
        assertThat(sent.get(0)).startsWith("http://gpu/scheduler/filter {\"");
        assertThat(sent("Pod", "metadata", "name")).isEqualTo("p");
        assertThat(sent("Pod", "kind")).isNull();
        assertThat(Tree.list(sent("Nodes", "items"))).hasSize(2);
        assertThat(sent("NodeNames")).isNull();

        sent.clear();
        answering(settings().withNodeCacheCapable(true), "{\"NodeNames\":[]}").filter(PodInfo.of(pod("p")), NODES);
        assertThat(sent("Nodes")).isNull();
        assertThat(sent("NodeNames")).isEqualTo(List.of("n1", "n2"));
    }

    @Test
    void fieldsOfAnswersMayBeInAnyCase() {
        var verdict = answering(
                        settings().withNodeCacheCapable(true),
                        "{\"nodenames\":[\"n2\"],\"failedNodes\":{\"n1\":\"full\"},"
                                + "\"FailedAndUnresolvableNodes\":{\"n3\":\"broken\"}}")
                .filter(PodInfo.of(pod("p")), NODES);
        assertThat(verdict.accepted()).containsExactly("n2");
        assertThat(verdict.rejected()).containsEntry("n1", "full");
        assertThat(verdict.unresolvable()).containsEntry("n3", "broken");
    }

    @Test
    void scoresAreAList() {
        var scores = answering(settings(), "[{\"Host\":\"n1\",\"Score\":7},{\"host\":\"n2\",\"score\":3}]")
                .prioritize(PodInfo.of(pod("p")), NODES);
        assertThat(scores).containsEntry("n1", 7L).containsEntry("n2", 3L);
    }

    @Test
    void victimsGoByUidAndComeBackAsPods() {
        var victim = pod("victim");
        var snapshot = Snapshot.of(List.of(ANode.named("n1")), List.of())
                .with(victim.withSpec(victim.spec().withNodeName("n1")));
        var candidates = new TreeMap<String, Victims>();
        candidates.put("n1", new Victims(List.of(PodInfo.of(victim)), 2));
        var cached = settings().withNodeCacheCapable(true);
        var left = answering(
                        cached,
                        "{\"NodeNameToMetaVictims\":{\"n1\":{\"Pods\":[{\"UID\":\"uid-victim\"}],"
                                + "\"NumPDBViolations\":1}}}")
                .preempt(PodInfo.of(pod("p")), candidates, snapshot);
        assertThat(sent("NodeNameToMetaVictims", "n1", "NumPDBViolations")).isEqualTo(2L);
        assertThat(sent("NodeNameToVictims")).isNull();
        assertThat(left.get("n1").pods()).extracting(PodInfo::key).containsExactly("default/victim");
        assertThat(left.get("n1").budgetViolations()).isEqualTo(1);

        assertThatThrownBy(
                        () -> answering(cached, "{\"NodeNameToMetaVictims\":{\"n1\":{\"Pods\":[{\"UID\":\"who\"}]}}}")
                                .preempt(PodInfo.of(pod("p")), candidates, snapshot))
                .isInstanceOf(ExtenderException.class)
                .hasMessageContaining("claims to preempt pod (UID: who) on node: n1, but the pod is not found");
    }

    @Test
    void aBindingThatFailsSaysWhy() {
        answering(settings(), "{}").bind(PodInfo.of(pod("p")), "n1");
        assertThat(sent.get(0))
                .isEqualTo("http://gpu/scheduler/bind {\"PodName\":\"p\",\"PodNamespace\":\"default\","
                        + "\"PodUID\":\"uid-p\",\"Node\":\"n1\"}");
        assertThatThrownBy(() -> answering(settings(), "{\"Error\":\"no\"}").bind(PodInfo.of(pod("p")), "n1"))
                .isInstanceOf(ExtenderException.class)
                .hasMessage("no");
    }

    @Test
    void itIsAskedAboutPodsThatWantWhatItManages() {
        var manages = answering(
                settings().withManagedResources(List.of(new ManagedResource("example.com/gpu", false))), "{}");
        assertThat(manages.isInterested(PodInfo.of(pod("p")))).isFalse();
        assertThat(manages.isInterested(PodInfo.of(
                        APod.named("q").requests("example.com/gpu", "1").build())))
                .isTrue();
    }
}
