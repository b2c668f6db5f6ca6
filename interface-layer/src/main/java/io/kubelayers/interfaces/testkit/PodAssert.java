package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;

/**
 * Assertions about a pod in a cluster. A failure tells its conditions, containers and events and, while it has no node, what
 * each node says.
 */
public final class PodAssert extends AbstractStoredObjectAssert<PodAssert, Pod> {
    PodAssert(Cluster cluster, Pod pod) {
        super(cluster, pod, PodAssert.class);
    }

    /** The pod's phase is Running. */
    public PodAssert isRunning() {
        return isIn("is running", Pod.Phase.RUNNING);
    }

    /** The pod's phase is Pending: it waits for a node, or for its containers to start. */
    public PodAssert isPending() {
        return isIn("is pending", Pod.Phase.PENDING);
    }

    /** All containers have ended well. */
    public PodAssert hasSucceeded() {
        return isIn("has succeeded", Pod.Phase.SUCCEEDED);
    }

    /** All containers have ended, one of them badly, or the pod was thrown out. */
    public PodAssert hasFailed() {
        return isIn("has failed", Pod.Phase.FAILED);
    }

    private PodAssert isIn(String wish, String phase) {
        if (!phase.equals(actual.status().phase())) {
            throw wrong(wish, "its phase is " + actual.status().phase());
        }
        return this;
    }

    /** The pod is ready: services send traffic to it. */
    public PodAssert isReady() {
        if (!StatusConditions.of(actual).status("Ready").equals("True")) {
            throw wrong("is ready", "it is not");
        }
        return this;
    }

    /** The pod is bound to that node. */
    public PodAssert isOnNode(String name) {
        if (!name.equals(actual.spec().nodeName())) {
            throw wrong("is on " + name, where());
        }
        return this;
    }

    /** The pod is bound to a node that has this. */
    public PodAssert isOnNodeWith(NodeTrait trait) {
        var wish = "is on a node with " + trait.text();
        var name = actual.spec().nodeName();
        var node =
                name == null ? null : cluster.lister(Node.class).get("", name).orElse(null);
        if (node == null) {
            throw wrong(wish, where());
        }
        if (!trait.test().test(node)) {
            throw wrong(wish, where() + ", with " + trait.found().apply(node));
        }
        return this;
    }

    private String where() {
        return actual.spec().nodeName() == null
                ? "it has no node"
                : "it is on " + actual.spec().nodeName();
    }

    private AssertionError wrong(String wish, String found) {
        return mismatch(Mismatch.expected(subject() + " " + wish).but(found).why(ObjectStory.of(cluster, actual)));
    }
}
