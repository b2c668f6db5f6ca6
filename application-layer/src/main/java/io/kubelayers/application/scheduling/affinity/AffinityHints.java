package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.AffinityTerm;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PodShape;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events may help a pod that {@link InterPodAffinity} rejected. Upstream: {@code isSchedulableAfterPodChange} and
 * {@code isSchedulableAfterNodeChange} of {@code interpodaffinity/plugin.go}.
 *
 * <p>What upstream overlooks is looked at, lest a pod waits five minutes for nothing: one anti-affinity term of several that
 * is no longer met, and the last pod that a pod with affinity to its like had to be near.
 */
final class AffinityHints {
    private AffinityHints() {}

    /** A pod has come to a node, left it, or has other labels. */
    static boolean afterPod(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        var was = before instanceof Pod pod ? PodInfo.of(pod).shape() : null;
        var is = after instanceof Pod pod ? PodInfo.of(pod).shape() : null;
        if (was == null) {
            return is == null || mayMeetAll(waiting.shape().requiredAffinity(), is);
        }
        return is == null ? afterLeaving(waiting.shape(), was) : afterRelabelling(waiting.shape(), was, is);
    }

    private static boolean afterLeaving(PodShape waiting, PodShape was) {
        return mayMeetAny(waiting.requiredAntiAffinity(), was)
                || mayMeetAny(was.requiredAntiAffinity(), waiting)
                || mayBeFirstWithout(waiting, was);
    }

    private static boolean afterRelabelling(PodShape waiting, PodShape was, PodShape is) {
        var near = waiting.requiredAffinity();
        if (!mayMeetAll(near, was) && mayMeetAll(near, is)) {
            return true;
        }
        for (var term : waiting.requiredAntiAffinity()) {
            if (mayMeet(term, was) && !mayMeet(term, is)) {
                return true;
            }
        }
        return !mayMeetAll(near, is) && mayBeFirstWithout(waiting, was);
    }

    /** Whether it had to be near the other, and may begin a series of its like anywhere when there is none. */
    private static boolean mayBeFirstWithout(PodShape waiting, PodShape other) {
        var near = waiting.requiredAffinity();
        return mayMeetAll(near, other) && mayMeetAll(near, waiting);
    }

    /** A node has come: the pod may run there, or others do near whom it must run. */
    static boolean afterNode(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        var near = waiting.shape().requiredAffinity();
        if (near.isEmpty() || !(after instanceof Node node)) {
            return true;
        }
        for (var term : near) {
            if (node.metadata().labels().containsKey(term.topologyKey())) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayMeetAll(List<AffinityTerm> terms, PodShape pod) {
        for (var term : terms) {
            if (!mayMeet(term, pod)) {
                return false;
            }
        }
        return !terms.isEmpty();
    }

    private static boolean mayMeetAny(List<AffinityTerm> terms, PodShape pod) {
        for (var term : terms) {
            if (mayMeet(term, pod)) {
                return true;
            }
        }
        return false;
    }

    /** As far as can be told without the labels of namespaces, which are not known here. */
    private static boolean mayMeet(AffinityTerm term, PodShape pod) {
        return (!term.namespaceSelector().isNothing() || term.namespaces().contains(pod.namespace()))
                && term.pods().matches(pod.labels());
    }
}
