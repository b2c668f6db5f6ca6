package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The notes a Deployment leaves on its ReplicaSets: which revision each is, and for which size it was scaled.
 *
 * <p>Upstream source: {@code pkg/controller/deployment/util/deployment_util.go}.
 */
public final class RolloutAnnotations {
    /** Revision number of a ReplicaSet, and of a Deployment that of its newest set. */
    public static final String REVISION = "deployment.kubernetes.io/revision";
    /** Earlier revision numbers of a set that was rolled back to, separated by commas. */
    public static final String REVISION_HISTORY = "deployment.kubernetes.io/revision-history";
    /** Replicas of the Deployment when the set was last scaled; tells a scaling from a rollout. */
    public static final String DESIRED_REPLICAS = "deployment.kubernetes.io/desired-replicas";
    /** Replicas and surge of the Deployment when the set was last scaled; the base of proportional scaling. */
    public static final String MAX_REPLICAS = "deployment.kubernetes.io/max-replicas";
    /** Why this revision was made, as kubectl shows it in the history. */
    public static final String CHANGE_CAUSE = "kubernetes.io/change-cause";

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    /** The revision to go back to, 0 for the last one: a request of clients of old versions to the controller. */
    static final String DEPRECATED_ROLLBACK_TO = "deprecated.deployment.rollback.to";

    private static final Set<String> NOT_COPIED =
            Set.of(LAST_APPLIED, REVISION, REVISION_HISTORY, DESIRED_REPLICAS, MAX_REPLICAS, DEPRECATED_ROLLBACK_TO);

    /** The revision history of a set is cut to about a hundred revisions. */
    private static final int HISTORY_LIMIT_CHARS = 2000;

    private RolloutAnnotations() {}

    /** The revision of a set or deployment: 0 if it has none, absent if it is no number. */
    public static OptionalLong revision(ObjectMeta metadata) {
        var text = metadata.annotations().get(REVISION);
        return text == null ? OptionalLong.of(0) : number(text);
    }

    /** The highest revision among sets; sets whose revision is no number don't count. */
    public static long maxRevision(Iterable<ReplicaSet> sets) {
        long max = 0;
        for (var set : sets) {
            max = Math.max(max, revision(set.metadata()).orElse(0));
        }
        return max;
    }

    /** Replicas of the Deployment when the set was last scaled; absent if not noted or not a plain number. */
    public static OptionalInt desiredReplicas(ReplicaSet set) {
        return nonNegative(set, DESIRED_REPLICAS);
    }

    /** The same, read as leniently as the check for saturation reads it: a sign is allowed. */
    static OptionalLong scaledFor(ReplicaSet set) {
        var text = set.metadata().annotations().get(DESIRED_REPLICAS);
        return text == null ? OptionalLong.empty() : number(text);
    }

    /** Most pods of the Deployment when the set was last scaled; absent if not noted or not a plain number. */
    public static OptionalInt maxReplicas(ReplicaSet set) {
        return nonNegative(set, MAX_REPLICAS);
    }

    /** Notes on a set the size of the Deployment it is scaled for. */
    static ReplicaSet sized(ReplicaSet set, int desired, int max) {
        var annotations = new TreeMap<>(set.metadata().annotations());
        annotations.put(DESIRED_REPLICAS, String.valueOf(desired));
        annotations.put(MAX_REPLICAS, String.valueOf(max));
        return annotated(set, annotations);
    }

    /** Whether an annotation belongs to the object alone and is not carried between Deployment and ReplicaSet. */
    static boolean staysBehind(String key) {
        return NOT_COPIED.contains(key);
    }

    /**
     * The new set with the Deployment's annotations and a revision that is the highest; a set that is rolled back to
     * keeps its former revisions in the history.
     */
    static ReplicaSet revised(Deployment deployment, ReplicaSet set, long newRevision) {
        var annotations = new TreeMap<>(set.metadata().annotations());
        deployment.metadata().annotations().forEach((key, value) -> {
            if (!staysBehind(key)) {
                annotations.put(key, value);
            }
        });
        var old = annotations.get(REVISION);
        var oldRevision = old == null || old.isEmpty() ? OptionalLong.of(0) : number(old);
        if (oldRevision.isPresent() && oldRevision.getAsLong() < newRevision) {
            annotations.put(REVISION, String.valueOf(newRevision));
            if (old != null) {
                remember(annotations, old);
            }
        }
        return annotated(set, annotations);
    }

    private static void remember(Map<String, String> annotations, String oldRevision) {
        var history = annotations.getOrDefault(REVISION_HISTORY, "");
        if (history.isEmpty()) {
            annotations.put(REVISION_HISTORY, oldRevision);
            return;
        }
        List<String> revisions = new ArrayList<>(Arrays.asList(history.split(",", -1)));
        int length = history.length() + oldRevision.length() + 1;
        while (length > HISTORY_LIMIT_CHARS && !revisions.isEmpty()) {
            length -= revisions.remove(0).length() + 1;
        }
        if (length <= HISTORY_LIMIT_CHARS) {
            revisions.add(oldRevision);
            annotations.put(REVISION_HISTORY, String.join(",", revisions));
        }
    }

    private static ReplicaSet annotated(ReplicaSet set, Map<String, String> annotations) {
        return annotations.equals(set.metadata().annotations())
                ? set
                : set.withMetadata(set.metadata().withAnnotations(annotations));
    }

    /** A number as Go reads it; absent if it is none. */
    static OptionalLong number(String text) {
        try {
            return text.matches("[+-]?[0-9]+") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (NumberFormatException outOfRange) {
            return OptionalLong.empty();
        }
    }

    private static OptionalInt nonNegative(ReplicaSet set, String annotation) {
        var text = set.metadata().annotations().get(annotation);
        if (text == null || !text.matches("[0-9]+")) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException outOfRange) {
            return OptionalInt.empty();
        }
    }
}
