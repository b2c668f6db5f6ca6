package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.PermitPlugin;
import io.kubelayers.application.scheduling.framework.PermitResult;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreBindPlugin;
import io.kubelayers.application.scheduling.framework.ReservePlugin;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.BindingBuilder;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What happens between the choice of a node and the binding to it costs at most another attempt. */
class NoPodIsLostTest {
    /** Keeps a book of pods, lets them wait while it is closed, and looks on before they are bound. */
    private record Gate(TreeSet<String> book, AtomicBoolean open, Consumer<PodInfo> beforeBinding)
            implements ReservePlugin, PermitPlugin, PreBindPlugin {
        static Gate closed() {
            return new Gate(new TreeSet<>(), new AtomicBoolean(), pod -> {});
        }

        @Override
        public String name() {
            return "Gate";
        }

        @Override
        public Status reserve(CycleState state, PodInfo pod, String node) {
            book.add(pod.key() + " on " + node);
            return Status.success();
        }

        @Override
        public void unreserve(CycleState state, PodInfo pod, String node) {
            book.remove(pod.key() + " on " + node);
        }

        @Override
        public PermitResult permit(CycleState state, PodInfo pod, String node) {
            return open.get() ? PermitResult.allow() : PermitResult.waitFor(Duration.ofMinutes(10));
        }

        @Override
        public Status preBind(CycleState state, PodInfo pod, String node) {
            beforeBinding.accept(pod);
            return Status.success();
        }
    }

    private static Cluster cluster(Gate gate, String... nodes) {
        var profile = Profile.standard().edit().enable(gate).build();
        var cluster = Cluster.builder()
                .withoutNodeAgent()
                .controller(SchedulerController.controller(List.of(profile)))
                .start();
        for (var node : nodes) {
            cluster.apply(ANode.named(node));
        }
        cluster.apply(APod.named("p").build());
        cluster.settle();
        return cluster;
    }

    private static Pod pod(Cluster cluster) {
        return cluster.client().on(Pod.class).get("default", "p");
    }

    private static SchedulerState state(Cluster cluster) {
        return cluster.driver()
                .memoryOf(SchedulerController.NAME)
                .get("state", SchedulerState.class)
                .orElseThrow();
    }

    @Test
    void aPodThatIsDeletedWhileItWaitsGivesBackWhatWasReserved() {
        var gate = Gate.closed();
        try (var cluster = cluster(gate, "n1")) {
            assertThat(gate.book()).containsExactly("default/p on n1");
            cluster.client().delete(pod(cluster));
            cluster.settle();
            assertThat(gate.book()).isEmpty();
            assertThat(state(cluster).waiting().all()).isEmpty();
            assertThat(state(cluster).queue().size()).isZero();
        }
    }

    @Test
    void onesNameIsTakenOverByTheNextPodOfThatName() {
        var gate = Gate.closed();
        try (var cluster = cluster(gate, "n1")) {
            cluster.client().delete(pod(cluster));
            cluster.client().create(APod.named("p").build());
            gate.open().set(true);
            cluster.settle();
            cluster.advance(Duration.ofSeconds(20));
            assertThat(pod(cluster).spec().nodeName()).isEqualTo("n1");
            assertThat(gate.book()).containsExactly("default/p on n1");
        }
    }

    @Test
    void aNodeThatGoesWhileAPodWaitsForItCostsAnAttempt() {
        var gate = Gate.closed();
        try (var cluster = cluster(gate, "n1")) {
            cluster.client().delete(cluster.client().on(Node.class).get("", "n1"));
            gate.open().set(true);
            cluster.settle();
            assertThat(pod(cluster).spec().nodeName()).isNull();
            assertThat(gate.book()).isEmpty();
            cluster.apply(ANode.named("n2"));
            cluster.advance(Duration.ofSeconds(20));
            assertThat(pod(cluster).spec().nodeName()).isEqualTo("n2");
            assertThat(gate.book()).containsExactly("default/p on n2");
        }
    }

    @Test
    void aPodThatSomebodyElseBindsFirstStaysWhereItIs() {
        var other = new AtomicBoolean();
        var cluster = new Cluster[1];
        var gate = new Gate(new TreeSet<>(), new AtomicBoolean(), pod -> {
            if (!other.getAndSet(true)) {
                bind(cluster[0], "n2");
            }
        });
        try (var running = cluster(gate, "n1")) {
            cluster[0] = running;
            running.apply(ANode.cordoned("n2"));
            gate.open().set(true);
            running.apply(ANode.named("n3")); // something happens, so that Permit is asked again
            running.settle();
            running.advance(Duration.ofMinutes(1));
            assertThat(pod(running).spec().nodeName()).isEqualTo("n2");
            assertThat(gate.book()).isEmpty();
            assertThat(state(running).queue().size()).isZero();
            assertThat(state(running).assumed()).isEmpty();
        }
    }

    @Test
    void aPodThatSomebodyElseBindsWhileItWaitsGivesBackWhatWasReserved() {
        var gate = Gate.closed();
        try (var cluster = cluster(gate, "n1")) {
            cluster.apply(ANode.cordoned("n2"));
            bind(cluster, "n2");
            cluster.settle();
            assertThat(gate.book()).isEmpty();
            assertThat(state(cluster).waiting().all()).isEmpty();
            assertThat(state(cluster).snapshot().node("n1").podCount()).isZero();
            assertThat(state(cluster).snapshot().node("n2").podCount()).isEqualTo(1);
        }
    }

    private static void bind(Cluster cluster, String node) {
        var binding = BindingBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace("default")
                        .name("p")
                        .build())
                .target(ObjectReferenceBuilder.builder().kind("Node").name(node).build())
                .build();
        cluster.client().on(Pod.class).post("default", "p", "binding", binding);
    }
}
