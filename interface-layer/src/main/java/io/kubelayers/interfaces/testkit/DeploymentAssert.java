package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.selector.Selector;
import java.util.List;

/** Assertions about a deployment in a cluster. A failure tells its conditions and how its first unready pods
 * are. */
public final class DeploymentAssert extends AbstractStoredObjectAssert<DeploymentAssert, Deployment> {
    private static final int MOST_PODS_TOLD = 2;

    DeploymentAssert(Cluster cluster, Deployment deployment) {
        super(cluster, deployment, DeploymentAssert.class);
    }

    /** Enough pods are available: the condition Available is True, for the specification as it is. */
    public DeploymentAssert isAvailable() {
        if (!observed() || !StatusConditions.of(actual).status("Available").equals("True")) {
            throw wrong("is available", counts());
        }
        return this;
    }

    /** All pods are of the newest template and available, none of the old ones is left. */
    public DeploymentAssert isRolledOut() {
        int wanted = wanted();
        var status = actual.status();
        if (!observed()
                || status.updatedReplicas() != wanted
                || status.availableReplicas() != wanted
                || status.replicas() != wanted) {
            throw wrong("is rolled out", counts());
        }
        return this;
    }

    /** The deployment wants that many pods. */
    public DeploymentAssert wantsReplicas(int replicas) {
        if (wanted() != replicas) {
            throw mismatch(Mismatch.expected(subject() + " wants " + replicas + " replicas")
                    .but("it wants " + wanted()));
        }
        return this;
    }

    /** That many of its pods are ready. */
    public DeploymentAssert hasReadyReplicas(int replicas) {
        if (actual.status().readyReplicas() != replicas) {
            throw wrong("has " + replicas + " ready replicas", counts());
        }
        return this;
    }

    private boolean observed() {
        return actual.status().observedGeneration() >= actual.metadata().generation();
    }

    private int wanted() {
        var replicas = actual.spec().replicas();
        return replicas == null ? 1 : replicas;
    }

    private String counts() {
        var status = actual.status();
        return observed()
                ? "of " + wanted() + " wanted, " + status.updatedReplicas() + " are up to date, "
                        + status.readyReplicas() + " ready, " + status.availableReplicas() + " available"
                : "its controller has not looked at it yet; does the test call settle()?";
    }

    private List<Pod> unreadyPods() {
        var selector = Selector.of(actual.spec().selector());
        return cluster.lister(Pod.class).list(actual.metadata().namespaceOrEmpty()).stream()
                .filter(pod -> selector.matches(pod.metadata().labels()))
                .filter(pod -> !StatusConditions.of(pod).status("Ready").equals("True"))
                .toList();
    }

    private AssertionError wrong(String wish, String found) {
        var story = Finding.note("deployment", "deployment/" + ObjectName.of(actual), found)
                .because(StatusConditions.of(actual).findings());
        var unready = unreadyPods();
        for (var pod : unready.subList(0, Math.min(MOST_PODS_TOLD, unready.size()))) {
            story = story.because(ObjectStory.of(cluster, pod));
        }
        if (unready.size() > MOST_PODS_TOLD) {
            story = story.because(
                    Finding.note("deployment", "", "and " + (unready.size() - MOST_PODS_TOLD) + " more unready pods"));
        }
        return mismatch(Mismatch.expected(subject() + " " + wish).but(found).why(story));
    }
}
