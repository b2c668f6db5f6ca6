package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ClusterActions;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.TreeMap;

/**
 * Carries out a {@link VolumePlan}: writes once what the volume controller goes by, then looks whether it is done.
 * Upstream: {@code BindPodVolumes} and {@code checkBindings} of {@code binder.go}.
 */
record VolumeWriting(VolumePlan plan) {
    private static final StateKey<Boolean> WRITTEN = StateKey.named("volumes written");

    /** Success when all claims are bound, waiting while they are not, an error when the pod must be tried again. */
    Status bind(CycleState state, PodInfo pod, String node, ClusterActions actions) {
        try {
            if (state.read(WRITTEN) == null) {
                write(state, node, actions);
                state.write(WRITTEN, true);
            }
            return isDone(state, node) ? Status.success() : Status.waiting();
        } catch (ApiException | PluginException e) {
            return Status.error("binding volumes: " + e.getMessage());
        }
    }

    private void write(CycleState state, String node, ClusterActions actions) {
        for (var match : plan.matches()) {
            var volume = volume(state, match.volume());
            if (volume.spec().claimRef() != null && !Claims.isBoundTo(volume, match.claim())) {
                throw new PluginException(
                        "volume \"" + volume.metadata().nameOrEmpty() + "\" was taken by another claim");
            }
            actions.update(reserved(volume, match.claim()));
        }
        for (var provision : plan.provisions()) {
            var claim = claim(state, provision);
            if (!node.equals(claim.metadata().annotations().get(Claims.SELECTED_NODE))) {
                actions.update(claim.withMetadata(annotated(claim.metadata(), Claims.SELECTED_NODE, node)));
            }
        }
    }

    private static PersistentVolume reserved(PersistentVolume volume, PersistentVolumeClaim claim) {
        boolean byUser = Claims.isBoundTo(volume, claim);
        var metadata = byUser ? volume.metadata() : annotated(volume.metadata(), Claims.BOUND_BY_CONTROLLER, "yes");
        var reference = ObjectReferenceBuilder.builder()
                .kind("PersistentVolumeClaim")
                .apiVersion("v1")
                .namespace(claim.metadata().namespace())
                .name(claim.metadata().name())
                .uid(claim.metadata().uid())
                .resourceVersion(claim.metadata().resourceVersion())
                .build();
        return volume.withMetadata(metadata).withSpec(volume.spec().withClaimRef(reference));
    }

    private static ObjectMeta annotated(ObjectMeta metadata, String key, String value) {
        var annotations = new TreeMap<>(metadata.annotations());
        annotations.put(key, value);
        return metadata.withAnnotations(annotations);
    }

    private boolean isDone(CycleState state, String node) {
        boolean done = true;
        for (var match : plan.matches()) {
            var volume = volume(state, match.volume());
            if (volume.spec().claimRef() == null || volume.spec().claimRef().uid() == null) {
                throw new PluginException(
                        "ClaimRef got reset for pv \"" + volume.metadata().nameOrEmpty() + '"');
            }
            done &= Claims.isUsable(claim(state, match.claim()));
        }
        var info = state.snapshot().node(node);
        for (var provision : plan.provisions()) {
            var claim = claim(state, provision);
            if (!node.equals(claim.metadata().annotations().get(Claims.SELECTED_NODE))) {
                throw new PluginException(
                        "provisioning failed for PVC \"" + claim.metadata().nameOrEmpty() + '"');
            }
            var made = state.objects().find(PersistentVolume.class, "", Claims.volumeOf(claim));
            if (made.isPresent() && info != null && !new Reach(state.objects()).covers(made.get(), info.node())) {
                throw new PluginException("pv \"" + made.get().metadata().nameOrEmpty()
                        + "\" node affinity doesn't match node \"" + node + '"');
            }
            done &= made.isPresent() && Claims.isUsable(claim);
        }
        return done;
    }

    private static PersistentVolume volume(CycleState state, PersistentVolume planned) {
        var name = planned.metadata().nameOrEmpty();
        return state.objects()
                .find(PersistentVolume.class, "", name)
                .orElseThrow(() -> new PluginException("persistentvolume \"" + name + "\" not found"));
    }

    private static PersistentVolumeClaim claim(CycleState state, PersistentVolumeClaim planned) {
        var metadata = planned.metadata();
        return state.objects()
                .find(PersistentVolumeClaim.class, metadata.namespaceOrEmpty(), metadata.nameOrEmpty())
                .orElseThrow(() -> new PluginException(ClaimUse.notFound(metadata.nameOrEmpty())));
    }
}
