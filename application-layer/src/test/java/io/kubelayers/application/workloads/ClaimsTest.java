package io.kubelayers.application.workloads;

import static io.kubelayers.application.workloads.Workloads.deleting;
import static io.kubelayers.application.workloads.Workloads.names;
import static io.kubelayers.application.workloads.Workloads.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private final ObjectMeta owner = Workloads.replicaSet("web", 3).metadata();
    private final ObjectMeta other = Workloads.replicaSet("other", 3).metadata();
    private final Predicate<ObjectMeta> selects =
            metadata -> "web".equals(metadata.labels().get("app"));

    @Test
    void keepsWhatItManagesAdoptsMatchingOrphansAndReleasesStrays() {
        var claims = Claims.of(
                owner,
                selects,
                List.of(
                        managed(pod("mine"), owner),
                        pod("orphan"),
                        relabelled(managed(pod("stray"), owner)),
                        managed(pod("theirs"), other),
                        relabelled(pod("unrelated")),
                        deleting(pod("leaving-orphan"))));
        assertThat(names(claims.owned())).containsExactly("mine", "orphan");
        assertThat(names(claims.adopted())).containsExactly("orphan");
        assertThat(names(claims.released())).containsExactly("stray");
        assertThat(claims.finding().children())
                .extracting(child -> child.subject() + " " + child.message())
                .containsExactly(
                        "orphan matches the selector, has no controller and is adopted",
                        "stray no longer matches the selector and is released");
    }

    @Test
    void anOwnerThatIsBeingDeletedNeitherAdoptsNorReleases() {
        var claims = Claims.of(
                owner.withDeletionTimestamp(Workloads.NOW),
                selects,
                List.of(managed(pod("mine"), owner), pod("orphan"), relabelled(managed(pod("stray"), owner))));
        assertThat(names(claims.owned())).containsExactly("mine");
        assertThat(claims.adopted()).isEmpty();
        assertThat(claims.released()).isEmpty();
    }

    private static Pod managed(Pod pod, ObjectMeta owner) {
        var reference = ControllerRef.to("apps/v1", "ReplicaSet", owner);
        return pod.withMetadata(pod.metadata().withOwnerReferences(List.of(reference)));
    }

    private static Pod relabelled(Pod pod) {
        return pod.withMetadata(pod.metadata().withLabels(Map.of("app", "debug")));
    }
}
