package io.kubelayers.application.scheduling.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.nucleus.core.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static Snapshot cluster(int nodes) {
        var all = new ArrayList<Node>();
        for (int i = 0; i < nodes; i++) {
            all.add(ANode.named("n" + (char) ('a' + i)));
        }
        return Snapshot.of(all, List.of());
    }

    @Test
    void reasonsAreCountedAndSortedAsTextsWithTheirCounts() {
        var statuses = new Status[13];
        Arrays.fill(
                statuses,
                0,
                10,
                Status.unschedulable("Insufficient cpu", "Too many pods").by("NodeResourcesFit"));
        Arrays.fill(
                statuses,
                10,
                12,
                Status.unresolvable("node(s) were unschedulable").by("NodeUnschedulable"));
        statuses[12] = Status.unschedulable("Insufficient cpu").by("NodeResourcesFit");
        var diagnosis = Diagnosis.filtered(NodeStatuses.of(cluster(13), statuses, Status.unresolvable()));
        assertThat(diagnosis.fitError())
                .isEqualTo("0/13 nodes are available: 10 Too many pods, 11 Insufficient cpu, 2 node(s) were"
                        + " unschedulable.");
        assertThat(diagnosis.unschedulablePlugins()).containsExactly("NodeResourcesFit", "NodeUnschedulable");
        assertThat(diagnosis.pendingPlugins()).isEmpty();
    }

    @Test
    void nodesThatWereLeftOutAreCountedToo() {
        var statuses = new Status[] {Status.unschedulable("Insufficient cpu"), null, null};
        var left = Status.unresolvable("node(s) didn't satisfy plugin(s) [NodeAffinity]");
        var diagnosis = Diagnosis.filtered(NodeStatuses.of(cluster(3), statuses, left));
        assertThat(diagnosis.fitError())
                .isEqualTo("0/3 nodes are available: 1 Insufficient cpu, 2 node(s) didn't satisfy plugin(s)"
                        + " [NodeAffinity].");
    }

    @Test
    void aRejectionBeforeFilteringIsToldOnce() {
        var status = Status.unresolvable("pod affinity terms conflict").by("NodeAffinity");
        var diagnosis = Diagnosis.preFiltered(cluster(3), status, new TreeSet<>());
        assertThat(diagnosis.withPostFilterMessage("preemption: none").fitError())
                .isEqualTo("0/3 nodes are available: pod affinity terms conflict. preemption: none");
        assertThat(diagnosis.statuses().get("nb")).isEqualTo(status);
        assertThat(diagnosis.statuses().isExplicit(1)).isFalse();
    }

    @Test
    void nodesCanBeChosenByTheirStatus() {
        var statuses = new Status[] {Status.unschedulable("x"), Status.unresolvable("y"), null};
        var all = NodeStatuses.of(cluster(3), statuses, Status.unresolvable());
        assertThat(all.nodesWith(Status.Code.UNSCHEDULABLE))
                .extracting(NodeInfo::name)
                .containsExactly("na");
        assertThat(all.nodesWith(Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE))
                .extracting(NodeInfo::name)
                .containsExactly("nb", "nc");
    }
}
