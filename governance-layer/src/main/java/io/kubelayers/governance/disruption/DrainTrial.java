package io.kubelayers.governance.disruption;

import io.kubelayers.governance.disruption.DrainPlan.PodNote;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drain tried out on a fork of a cluster: in which order its pods go, what holds it up, how long it takes. The cluster
 * itself does not change.
 *
 * <pre>{@code
 * var trial = DrainTrial.of(cluster, "node-1", DrainOptions.USUAL, Duration.ofMinutes(10));
 * trial.explain();  // node "node-1" is drained after 35s: 3 pods evicted, 2 times "not now"; all replaced after 38s
 * }</pre>
 *
 * @param node name of the node
 * @param steps what happened, in the order of time
 * @param left pods that stay on the node as they should, and why
 * @param stuck pods that should go and did not, and why
 * @param drained when the last pod was gone; null if it was not within the limit
 * @param replaced when as many controlled pods were ready as before; null if that was not so within the limit
 * @param limit how long was waited
 * @param reasons the last refusal of each pod that is stuck, as the server explained it
 */
public record DrainTrial(
        String node,
        List<Step> steps,
        List<PodNote> left,
        List<PodNote> stuck,
        @Nullable Duration drained,
        @Nullable Duration replaced,
        Duration limit,
        List<Finding> reasons)
        implements Explained {
    public DrainTrial {
        steps = Absent.list(steps);
        left = Absent.list(left);
        stuck = Absent.list(stuck);
        reasons = Absent.list(reasons);
    }

    /** What can happen to a pod. */
    public enum Event {
        /** The eviction was granted. */
        EVICTED,
        /** The eviction was refused for now, for the first time or for another reason than before. */
        NOT_NOW,
        /** The pod has left the node. */
        GONE
    }

    /**
     * One thing that happened.
     *
     * @param after time since the drain began
     * @param event what
     * @param pod namespace and name
     * @param text why, or ""
     */
    public record Step(Duration after, Event event, String pod, String text) {}

    /**
     * Tries a drain as {@code kubectl drain} goes about it: all pods at once, those that may not go yet again every 5 seconds.
     *
     * @param limit longest virtual time to wait, for the drain and for replacements
     * @throws io.kubelayers.nucleus.errors.ApiException if there is no such node
     */
    public static DrainTrial of(Cluster cluster, String node, DrainOptions options, Duration limit) {
        return new DrainRehearsal(cluster, node, options, limit).run();
    }

    /** Whether the node was drained in time. */
    public boolean completes() {
        return drained != null;
    }

    /** How often pods were told to wait. */
    public long refusals() {
        return steps.stream().filter(step -> step.event() == Event.NOT_NOW).count();
    }

    @Override
    public String explain() {
        var name = "node \"" + node + "\"";
        if (drained == null) {
            var first = stuck.isEmpty()
                    ? ""
                    : ": " + stuck.get(0).pod() + ": " + stuck.get(0).note();
            return limit.isZero() || steps.isEmpty() && !stuck.isEmpty()
                    ? "cannot drain " + name + first
                    : name + " is not drained within " + seconds(limit) + ", " + stuck.size()
                            + (stuck.size() == 1 ? " pod stays" : " pods stay") + first;
        }
        var evicted =
                steps.stream().filter(step -> step.event() == Event.EVICTED).count();
        var waits = refusals() == 0 ? "" : ", " + refusals() + " had to wait";
        var again = replaced == null
                ? "not all are replaced within " + seconds(limit)
                : "all are replaced after " + seconds(replaced);
        return name + " is drained after " + seconds(drained) + ": " + evicted + (evicted == 1 ? " pod" : " pods")
                + " evicted" + waits + "; " + again;
    }

    private static String seconds(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + (seconds % 60 == 0 ? "" : seconds % 60 + "s");
    }

    @Override
    public Finding finding() {
        var root = completes()
                ? Finding.pass("Drain", "node/" + node, explain())
                : Finding.fail("Drain", "node/" + node, explain());
        for (var step : steps) {
            var text = step.event().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " after "
                    + seconds(step.after()) + (step.text().isEmpty() ? "" : ": " + step.text());
            root = root.because(Finding.note("Step", "pod/" + step.pod(), text));
        }
        for (var note : stuck) {
            root = root.because(Finding.fail("Stuck", "pod/" + note.pod(), note.note()));
        }
        for (var note : left) {
            root = root.because(Finding.note("Left", "pod/" + note.pod(), note.note()));
        }
        return root.because(reasons);
    }
}
