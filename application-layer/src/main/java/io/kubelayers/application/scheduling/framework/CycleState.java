package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one scheduling cycle knows: the snapshot it looks at, and what plugins computed for it at one extension point to
 * use at a later one. Belongs to one cycle and one thread.
 */
public final class CycleState {
    private final Snapshot snapshot;
    private final ClusterObjects objects;
    private final Map<StateKey<?>, Object> values;
    private final List<Finding> notes;
    private final Set<String> activated;
    private final Set<String> sentBack;

    private CycleState(
            Snapshot snapshot,
            ClusterObjects objects,
            Map<StateKey<?>, Object> values,
            List<Finding> notes,
            Set<String> activated,
            Set<String> sentBack) {
        this.snapshot = snapshot;
        this.objects = objects;
        this.values = values;
        this.notes = notes;
        this.activated = activated;
        this.sentBack = sentBack;
    }

    /** An empty state for one cycle over this snapshot. */
    public static CycleState over(Snapshot snapshot) {
        return over(snapshot, ClusterObjects.NONE);
    }

    /** The same where there is more than nodes and pods. */
    public static CycleState over(Snapshot snapshot, ClusterObjects objects) {
        return new CycleState(
                snapshot, objects, new IdentityHashMap<>(), new ArrayList<>(), new TreeSet<>(), new TreeSet<>());
    }

    /** What was written here, over the cluster as it is by now. */
    public CycleState later(Snapshot snapshot, ClusterObjects objects) {
        return new CycleState(snapshot, objects, values, notes, activated, sentBack);
    }

    /** The nodes and their pods as this cycle sees them; fixed until the cycle ends. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** What there is besides nodes and pods. */
    public ClusterObjects objects() {
        return objects;
    }

    public <T> void write(StateKey<T> key, T value) {
        values.put(key, value);
    }

    /** The value written under this key, or null. */
    @SuppressWarnings("unchecked") // write() put a T there
    public <T> @Nullable T read(StateKey<T> key) {
        return (T) values.get(key);
    }

    /**
     * The value written under this key.
     *
     * @throws PluginException if there is none: the plugin's earlier extension point is not enabled in the profile
     */
    public <T> T require(StateKey<T> key) {
        var value = read(key);
        if (value == null) {
            throw new PluginException("reading \"" + key + "\" from cycleState: not found");
        }
        return value;
    }

    /** Adds something to the explanation that decides nothing, such as a preference that was not looked at. */
    public void note(Finding finding) {
        notes.add(finding);
    }

    /** What plugins noted so far, in order. */
    public List<Finding> notes() {
        return List.copyOf(notes);
    }

    /**
     * Has another pod that waits tried at once if this one finds its node, whatever it waits for: the others of a gang, say.
     * Upstream: {@code PodsToActivate}.
     *
     * @param pod {@code namespace/name}
     */
    public void activate(String pod) {
        activated.add(pod);
    }

    /** The pods to be tried at once; asked for again, those that were added since. */
    public List<String> takeActivated() {
        var taken = List.copyOf(activated);
        activated.clear();
        return taken;
    }

    /**
     * Has another pod that has a node but waits to be bound go back to the queue: room is needed for a more important one.
     * Upstream: {@code WaitingPod.Reject}.
     *
     * @param pod {@code namespace/name}
     */
    public void sendBack(String pod) {
        sentBack.add(pod);
    }

    /** The pods to go back; asked for again, those that were added since. */
    public List<String> takeSentBack() {
        var taken = List.copyOf(sentBack);
        sentBack.clear();
        return taken;
    }

    /** A state that {@link PreFilterPlugin#addPod} may change, for trying a node with other pods on it. */
    public CycleState copy() {
        var copies = new IdentityHashMap<StateKey<?>, Object>(values.size() * 2);
        for (var entry : values.entrySet()) {
            copies.put(entry.getKey(), entry.getValue() instanceof StateData data ? data.copy() : entry.getValue());
        }
        return new CycleState(snapshot, objects, copies, notes, activated, sentBack);
    }
}
