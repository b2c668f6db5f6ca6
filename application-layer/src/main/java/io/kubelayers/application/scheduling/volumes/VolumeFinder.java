package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds volumes for the claims of one pod, node by node. Upstream: {@code FindPodVolumes} of {@code binder.go}.
 *
 * <p>What does not depend on the node (the volumes of bound claims, the volumes a claim could have) is looked up once.
 */
final class VolumeFinder {
    static final String NOT_REACHABLE = "node(s) had volume node affinity conflict";
    static final String NONE_AVAILABLE = "node(s) didn't find available persistent volumes to bind";
    static final String NO_SPACE = "node(s) did not have enough free storage";
    static final String VOLUME_GONE = "node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)";

    private final List<Optional<PersistentVolume>> bound;
    private final List<VolumeMatching> unbound;
    private final List<PersistentVolumeClaim> begun;
    private final Reach reach;
    private final Provisioning provisioning;

    VolumeFinder(PodClaims claims, ClusterObjects objects) {
        this.bound = new ArrayList<>();
        this.unbound = new ArrayList<>();
        this.begun = new ArrayList<>();
        this.reach = new Reach(objects);
        this.provisioning = new Provisioning(objects);
        for (var claim : claims.bound()) {
            bound.add(objects.find(PersistentVolume.class, "", Claims.volumeOf(claim)));
        }
        var delayed = new ArrayList<>(claims.delayed());
        delayed.sort(Comparator.comparing(Claims::request)); // the smallest takes the smallest
        for (var claim : delayed) {
            if (claim.metadata().annotations().containsKey(Claims.SELECTED_NODE)) {
                begun.add(claim);
            } else {
                unbound.add(VolumeMatching.of(claim, objects));
            }
        }
    }

    VolumePlan on(Node node) {
        var conflicts = new ArrayList<String>();
        checkBound(node, conflicts);
        var name = node.metadata().nameOrEmpty();
        for (var claim : begun) {
            if (!name.equals(claim.metadata().annotations().get(Claims.SELECTED_NODE))) {
                conflicts.add(conflicts.contains(VOLUME_GONE) ? 0 : conflicts.size(), NONE_AVAILABLE);
                return new VolumePlan(List.of(), List.of(), conflicts);
            }
        }
        var taken = new HashSet<String>();
        var matches = new ArrayList<VolumePlan.Match>();
        var provisions = new ArrayList<>(begun);
        for (var matching : unbound) {
            var found = matching.on(node, reach, taken);
            if (found.isPresent()) {
                taken.add(found.get().metadata().nameOrEmpty());
                matches.add(new VolumePlan.Match(matching.claim(), found.get()));
            } else {
                provisions.add(matching.claim());
            }
        }
        var refusal = refusal(provisions, node);
        if (refusal != null) {
            conflicts.add(conflicts.contains(VOLUME_GONE) ? 0 : conflicts.size(), refusal);
        }
        return new VolumePlan(matches, provisions, conflicts);
    }

    /** The first claim whose volume cannot be reached or is gone ends it. */
    private void checkBound(Node node, List<String> conflicts) {
        for (var volume : bound) {
            if (volume.isEmpty()) {
                conflicts.add(VOLUME_GONE);
                return;
            }
            if (!reach.covers(volume.get(), node)) {
                conflicts.add(NOT_REACHABLE);
                return;
            }
        }
    }

    private @Nullable String refusal(List<PersistentVolumeClaim> provisions, Node node) {
        for (var claim : provisions) {
            var answer = provisioning.of(claim, node);
            if (answer != Provisioning.Answer.POSSIBLE) {
                return answer == Provisioning.Answer.NO_SPACE ? NO_SPACE : NONE_AVAILABLE;
            }
        }
        return null;
    }
}
