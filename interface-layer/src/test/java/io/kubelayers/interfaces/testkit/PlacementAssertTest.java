package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.label;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.plugin;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.zone;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.pod.Pods;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A placement needs no cluster: nodes and pods are enough. */
class PlacementAssertTest {
    private final Scheduling scheduling = Scheduling.on(
            List.of(
                    new NodeTemplate().cpu("1").zone("a").build("small"),
                    new NodeTemplate().cpu("8").zone("b").build("large")),
            List.of());

    private final Placement fits = scheduling.place(Pods.named("web").cpu("4").build());
    private final Placement tooLarge =
            scheduling.place(Pods.named("web").cpu("16").build());

    @Test
    void says_where_the_pod_goes() {
        assertThat(fits).isScheduled().onNode("large").onNodeWith(zone("b")).rejectedBy("small", "Insufficient cpu");
        assertThat(fits).onNodeWith(label("kubernetes.io/os", "linux"));
    }

    @Test
    void says_why_it_goes_nowhere() {
        assertThat(tooLarge)
                .isNotScheduled()
                .because("2 Insufficient cpu")
                .because(plugin("NodeResourcesFit"))
                .explains(
                        "0/2 nodes are available: 2 Insufficient cpu. "
                                + "no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.");
    }

    @Test
    void tells_what_each_node_says_when_no_node_fits() {
        assertThatThrownBy(() -> assertThat(tooLarge).isScheduled())
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        """

                        Expected: pod default/web is scheduled
                        But:      0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.
                        Why:
                          NODE   VERDICT   WHY
                          large  rejected  NodeResourcesFit: Insufficient cpu
                          small  rejected  NodeResourcesFit: Insufficient cpu""");
    }

    private static final String WHY =
            """

            Why:
              NODE   VERDICT   WHY
              large  chosen
              small  rejected  NodeResourcesFit: Insufficient cpu""";

    @Test
    void tells_where_it_goes_instead() {
        assertThatThrownBy(() -> assertThat(fits).isNotScheduled())
                .hasMessage("\nExpected: pod default/web is not scheduled\nBut:      it goes to large" + WHY);
        assertThatThrownBy(() -> assertThat(fits).onNode("small"))
                .hasMessage("\nExpected: pod default/web goes to small\nBut:      it goes to large" + WHY);
        assertThatThrownBy(() -> assertThat(fits).onNodeWith(zone("a")))
                .hasMessage("\nExpected: pod default/web goes to a node with zone \"a\""
                        + "\nBut:      it goes to large, with zone \"b\"" + WHY);
        assertThatThrownBy(() -> assertThat(fits).onNodeWith(label("disk", "ssd")))
                .hasMessage("\nExpected: pod default/web goes to a node with label disk \"ssd\""
                        + "\nBut:      it goes to large, with no label disk" + WHY);
    }

    @Test
    void knows_a_misspelt_node() {
        assertThatThrownBy(() -> assertThat(fits).onNode("smal"))
                .hasMessage("\nExpected: pod default/web goes to smal\nBut:      it goes to large" + WHY
                        + "\nHint:     there is no node smal: typo of small?");
        assertThatThrownBy(() -> assertThat(fits).rejectedBy("huge", "Insufficient cpu"))
                .hasMessage(
                        """

                        Expected: pod default/web is rejected by huge because of "Insufficient cpu"
                        But:      there is no node huge
                        Hint:     there are large, small""");
    }

    @Test
    void tells_what_the_node_really_says() {
        assertThatThrownBy(() -> assertThat(fits).rejectedBy("small", "Insufficient memory"))
                .hasMessage("\nExpected: pod default/web is rejected by small because of \"Insufficient memory\""
                        + "\nBut:      small says NodeResourcesFit: Insufficient cpu" + WHY);
        assertThatThrownBy(() -> assertThat(fits).rejectedBy("large", "Insufficient cpu"))
                .hasMessage("\nExpected: pod default/web is rejected by large because of \"Insufficient cpu\""
                        + "\nBut:      large is chosen" + WHY);
    }

    @Test
    void tells_the_reasons_there_are() {
        assertThatThrownBy(() -> assertThat(fits).because("Too many pods"))
                .hasMessage("\nExpected: a reason that says \"Too many pods\""
                        + "\nBut:      it says \"Successfully assigned default/web to large\"" + WHY);
        assertThatThrownBy(() -> assertThat(fits).because(plugin("NodePorts")))
                .hasMessage("\nExpected: a reason given by NodePorts\nBut:      none is" + WHY);
    }

    @Test
    void carries_a_description_as_assertions_do() {
        assertThatThrownBy(() -> assertThat(fits).as("the %s pod", "web").isNotScheduled())
                .hasMessageStartingWith("[the web pod] \nExpected: pod default/web is not scheduled");
    }
}
