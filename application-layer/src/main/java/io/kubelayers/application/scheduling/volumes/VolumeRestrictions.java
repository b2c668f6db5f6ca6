package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ClusterEvent.Action;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.StateData;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.PersistentVolumeAccessMode;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Disks that only one pod of a node may use ({@link DiskConflict}), and claims with access mode ReadWriteOncePod, which
 * only one pod of the cluster may use.
 *
 * <p>Both are resolvable: the pod that holds the disk or claim could be evicted. Upstream:
 * {@code plugins/volumerestrictions/volume_restrictions.go}.
 */
public final class VolumeRestrictions implements PreFilterPlugin, FilterPlugin, EnqueueExtensions {
    public static final String NAME = "VolumeRestrictions";

    private static final Status DISK_TAKEN = Status.unschedulable("node(s) had no available disk");
    private static final Status CLAIM_TAKEN = Status.unschedulable(
            "node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode");

    private static final StateKey<Exclusive> EXCLUSIVE = StateKey.named("PreFilter" + NAME);

    /** The pod's claims that nobody else may use, and how often others do. */
    private static final class Exclusive implements StateData {
        private final Set<String> claims;
        private int taken;

        Exclusive(Set<String> claims, int taken) {
            this.claims = claims;
            this.taken = taken;
        }

        int usesBy(PodInfo pod) {
            int uses = 0;
            for (var use : claims.isEmpty() ? List.<ClaimUse>of() : ClaimUse.of(pod)) {
                uses += !use.isEphemeral() && claims.contains(use.name()) ? 1 : 0;
            }
            return uses;
        }

        @Override
        public StateData copy() {
            return new Exclusive(claims, taken);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        var claims = new TreeSet<String>();
        for (var use : ClaimUse.of(pod)) {
            if (use.isEphemeral()) {
                continue;
            }
            var claim = use.find(pod, state.objects());
            if (claim.isEmpty()) {
                return PreFilterResult.rejected(Status.unresolvable(ClaimUse.notFound(use.name())));
            }
            if (claim.get().spec().accessModes().contains(PersistentVolumeAccessMode.READ_WRITE_ONCE_POD)) {
                claims.add(use.name());
            }
        }
        int taken = 0;
        for (var claim : claims) {
            taken += state.snapshot().usesOfClaim(pod.namespace() + '/' + claim) > 0 ? 1 : 0;
        }
        if (taken == 0 && pod.spec().volumes().stream().noneMatch(DiskConflict::mayArise)) {
            return PreFilterResult.skip();
        }
        state.write(EXCLUSIVE, new Exclusive(claims, taken));
        return PreFilterResult.all();
    }

    @Override
    public Status addPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node) {
        return count(state, pod, added, 1);
    }

    @Override
    public Status removePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node) {
        return count(state, pod, removed, -1);
    }

    private static Status count(CycleState state, PodInfo pod, PodInfo other, int sign) {
        if (pod.namespace().equals(other.namespace())) {
            var exclusive = state.require(EXCLUSIVE);
            exclusive.taken += sign * exclusive.usesBy(other);
        }
        return Status.success();
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        for (var volume : pod.spec().volumes()) {
            if (DiskConflict.mayArise(volume) && isTaken(volume, node)) {
                return DISK_TAKEN;
            }
        }
        return state.require(EXCLUSIVE).taken > 0 ? CLAIM_TAKEN : Status.success();
    }

    private static boolean isTaken(Volume volume, NodeInfo node) {
        for (var other : node.pods()) {
            for (var taken : other.spec().volumes()) {
                if (DiskConflict.between(volume, taken)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(
                ClusterEventWithHint.on(Resource.ASSIGNED_POD, Action.DELETE).when(VolumeRestrictions::frees),
                ClusterEventWithHint.on(Resource.NODE, Action.ADD),
                ClusterEventWithHint.on(Resource.PERSISTENT_VOLUME_CLAIM, Action.ADD)
                        .when(VolumeHints::afterNamedClaim));
    }

    /** Whether the pod that is gone had something that the waiting one needs. */
    private static boolean frees(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!(before instanceof Pod gone)) {
            return true;
        }
        var left = PodInfo.of(gone);
        if (left.namespace().equals(waiting.namespace())) {
            var names = ClaimUse.of(left).stream().map(ClaimUse::name).toList();
            if (ClaimUse.of(waiting).stream().anyMatch(use -> names.contains(use.name()))) {
                return true;
            }
        }
        return waiting.spec().volumes().stream().anyMatch(wanted -> gone.spec().volumes().stream()
                .anyMatch(held -> DiskConflict.between(wanted, held)));
    }
}
