package io.kubelayers.nucleus.nodelifecycle;

import io.kubelayers.nucleus.affinity.TaintToleration;
import io.kubelayers.nucleus.affinity.Taints;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a pod stays on a node whose taints evict pods (pkg/controller/tainteviction/taint_eviction.go): not at all if
 * one of them is not tolerated, else as long as the shortest of the tolerations that are used says.
 *
 * @param stay how long from when the taints were first seen; null for ever
 * @param finding by which taint and toleration
 */
public record TaintEviction(@Nullable Duration stay, Finding finding) implements Explained {
    private static final String CODE = "taint.eviction";

    /** Looks at a pod on its node. */
    public static TaintEviction of(Pod pod, Node node) {
        var evicting = new ArrayList<Taint>();
        for (var taint : node.spec().taints()) {
            if (Taints.evictsPods(taint)) {
                evicting.add(taint);
            }
        }
        var name = pod.metadata().nameOrEmpty();
        if (evicting.isEmpty()) {
            return new TaintEviction(null, Finding.pass(CODE, name, "no taint evicts pods"));
        }
        var used = TaintToleration.standard().matching(evicting, pod.spec().tolerations());
        if (used.isEmpty()) {
            return new TaintEviction(
                    Duration.ZERO,
                    Finding.fail(CODE, name, "a taint that evicts pods is not tolerated: " + text(evicting)));
        }
        Long least = null;
        for (var toleration : used.get()) {
            var seconds = toleration.tolerationSeconds();
            if (seconds != null && (least == null || seconds < least)) {
                least = Math.max(0, seconds);
            }
        }
        return least == null
                ? new TaintEviction(null, Finding.pass(CODE, name, "its taints are tolerated for ever"))
                : new TaintEviction(
                        Duration.ofSeconds(least),
                        Finding.note(CODE, name, "its taints are tolerated for " + least + " s: " + text(evicting)));
    }

    private static String text(List<Taint> taints) {
        return String.join(", ", taints.stream().map(Taints::text).toList());
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
