package io.kubelayers.examples;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.budget;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.quota;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.interfaces.testkit.KubelayersTest;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The interface layer: what people put in front of a cluster. Here the part that is used most, policies under test. Each
 * test gets a cluster of two nodes on which the manifests have settled, in milliseconds, and asks it what would happen.
 */
@KubelayersTest(nodes = 2, manifests = "library.yaml")
class InterfaceLessonTest {
    @Test
    void a_reading_room_fits_on_a_node(Cluster cluster) {
        assertThat(cluster).schedules(Pods.named("library/reading-room").cpu("500m"));
    }

    @Test
    void librarians_look_but_do_not_touch(Cluster cluster) {
        assertThat(cluster).user("ann", "librarians").in("library").can("list", "pods");
        assertThat(cluster).user("ann", "librarians").in("library").cannot("delete", "pods");
    }

    @Test
    void the_library_stays_within_its_quota(Cluster cluster) {
        assertThat(cluster)
                .request(Pods.named("library/scanner").cpu("1600m").build())
                .isRejectedBy(quota("library"));
    }

    @Test
    void the_catalog_grows_when_exams_are_near(Cluster cluster) {
        assertThat(cluster.advance(Duration.ofMinutes(1)))
                .hpa("library/catalog")
                .atLoad("cpu", "400m")
                .recommends(4);
    }

    @Test
    void no_catalog_pod_may_leave_while_there_are_two(Cluster cluster) {
        cluster.advance(Duration.ofMinutes(1));
        var pod = cluster.lister(Pod.class).list("library").get(0);

        assertThat(cluster)
                .eviction("library/" + pod.metadata().name())
                .isRefused()
                .because(budget("catalog"));
    }

    /** The reason for the kit: a failure explains itself, here as in the report of a build. */
    @Test
    void a_failed_expectation_tells_the_whole_story(Cluster cluster) {
        assertThatThrownBy(() -> assertThat(cluster)
                        .user("ann", "librarians")
                        .in("library")
                        .can("delete", "pods"))
                .hasMessageContaining("Expected: user ann can delete pods in namespace library")
                .hasMessageContaining(
                        "RoleBinding \"librarians/library\" of Role \"reader\" to Group \"librarians\" grants"
                                + " get, list, watch on pods, services in API group \"\", not delete");
    }
}
