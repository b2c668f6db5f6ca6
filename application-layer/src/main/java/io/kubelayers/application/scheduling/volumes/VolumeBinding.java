package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ActingPlugin;
import io.kubelayers.application.scheduling.framework.ClusterActions;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Action;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.Plugin;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreBindPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.ReservePlugin;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod runs only where its bound volumes can be reached and where its claims that wait for a consumer can get volumes;
 * before it is bound, they get them.
 *
 * <p>Reads the pod's claims, volumes, storage classes, CSI drivers and the space they report. Rejections are
 * unresolvable: evicting pods brings no volume nearer. In a cluster it writes {@code spec.claimRef} of volumes it chose
 * and {@code volume.kubernetes.io/selected-node} of claims for which one is to be made, and waits until the volume
 * controller has done the rest. Upstream: {@code plugins/volumebinding}.
 */
public final class VolumeBinding
        implements PreFilterPlugin, FilterPlugin, ReservePlugin, PreBindPlugin, ActingPlugin, EnqueueExtensions {
    public static final String NAME = "VolumeBinding";

    private static final Status UNBOUND_IMMEDIATE =
            Status.unresolvable("pod has unbound immediate PersistentVolumeClaims");

    private static final StateKey<VolumeFinder> FINDER = StateKey.named("PreFilter" + NAME);
    private static final StateKey<VolumeWriting> WRITING = StateKey.named("Reserve" + NAME);

    private final Duration bindTimeout;
    private final @Nullable ClusterActions actions;

    private VolumeBinding(Duration bindTimeout, @Nullable ClusterActions actions) {
        this.bindTimeout = bindTimeout;
        this.actions = actions;
    }

    /** As in the default profile: volumes have ten minutes to be bound. */
    public static VolumeBinding standard() {
        return waitingFor(Duration.ofMinutes(10));
    }

    /** {@code bindTimeoutSeconds} of {@code VolumeBindingArgs}. */
    public static VolumeBinding waitingFor(Duration bindTimeout) {
        return new VolumeBinding(bindTimeout, null);
    }

    @Override
    public Plugin equippedWith(ClusterActions able) {
        return new VolumeBinding(bindTimeout, able);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        var uses = ClaimUse.of(pod);
        if (uses.isEmpty()) {
            return PreFilterResult.skip();
        }
        var claims = PodClaims.of(pod, uses, state.objects());
        if (!claims.status().isSuccess()) {
            return PreFilterResult.rejected(claims.status());
        }
        if (!claims.immediate().isEmpty()) {
            return PreFilterResult.rejected(UNBOUND_IMMEDIATE);
        }
        state.write(FINDER, new VolumeFinder(claims, state.objects()));
        return PreFilterResult.all();
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        var conflicts = state.require(FINDER).on(node.node()).conflicts();
        return conflicts.isEmpty() ? Status.success() : Status.unresolvable(conflicts.toArray(new String[0]));
    }

    /** The plan is made again for the one node that was chosen, not kept for each that was looked at. */
    @Override
    public Status reserve(CycleState state, PodInfo pod, String node) {
        var finder = state.read(FINDER);
        var chosen = state.snapshot().node(node);
        if (finder != null && chosen != null) {
            state.write(WRITING, new VolumeWriting(finder.on(chosen.node())));
        }
        return Status.success();
    }

    @Override
    public void unreserve(CycleState state, PodInfo pod, String node) {
        // nothing but the cycle's own state was changed
    }

    @Override
    public Status preBind(CycleState state, PodInfo pod, String node) {
        var writing = state.read(WRITING);
        if (writing == null || writing.plan().isNothingToDo() || actions == null) {
            return Status.success();
        }
        return writing.bind(state, pod, node, actions);
    }

    @Override
    public Duration patience() {
        return bindTimeout;
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(
                ClusterEventWithHint.on(Resource.STORAGE_CLASS, Action.ADD, Action.UPDATE)
                        .when(VolumeHints::afterClass),
                ClusterEventWithHint.on(Resource.PERSISTENT_VOLUME_CLAIM, Action.ADD, Action.UPDATE)
                        .when(VolumeHints::afterClaim),
                ClusterEventWithHint.on(Resource.PERSISTENT_VOLUME, Action.ADD, Action.UPDATE),
                ClusterEventWithHint.on(Resource.NODE, Action.ADD, Action.UPDATE_NODE_LABEL),
                ClusterEventWithHint.on(Resource.CSI_NODE, Action.ADD, Action.UPDATE)
                        .when(VolumeHints::afterMigration),
                ClusterEventWithHint.on(Resource.CSI_DRIVER, Action.UPDATE).when(VolumeHints::afterDriver),
                ClusterEventWithHint.on(Resource.CSI_STORAGE_CAPACITY, Action.ADD, Action.UPDATE)
                        .when(VolumeHints::afterSpace));
    }
}
