package io.kubelayers.application.scheduling.framework;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pods of one node, sorted by {@link PodInfo#key}. Immutable: one array, which a change copies; a node has some dozens of
 * pods, for which that is quicker than any tree.
 */
final class SortedPods {
    static final SortedPods NONE = new SortedPods();

    private final PodInfo[] pods;

    private SortedPods(PodInfo... pods) {
        this.pods = pods;
    }

    int size() {
        return pods.length;
    }

    List<PodInfo> asList() {
        return Collections.unmodifiableList(Arrays.asList(pods));
    }

    /** The pod with this key, or null. */
    @Nullable
    PodInfo get(String key) {
        int place = search(key);
        return place < 0 ? null : pods[place];
    }

    /** With this pod, in place of the one of its key. */
    SortedPods plus(PodInfo pod) {
        int place = search(pod.key());
        if (place >= 0) {
            var others = pods.clone();
            others[place] = pod;
            return new SortedPods(others);
        }
        int at = -(place + 1);
        var more = Arrays.copyOf(pods, pods.length + 1);
        System.arraycopy(pods, at, more, at + 1, pods.length - at);
        more[at] = pod;
        return new SortedPods(more);
    }

    /** Without the pod of this key, if it is there. */
    SortedPods minus(String key) {
        int place = search(key);
        if (place < 0) {
            return this;
        }
        var fewer = Arrays.copyOf(pods, pods.length - 1);
        System.arraycopy(pods, place + 1, fewer, place, fewer.length - place);
        return new SortedPods(fewer);
    }

    private int search(String key) {
        int low = 0;
        int high = pods.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = pods[middle].key().compareTo(key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }
}
