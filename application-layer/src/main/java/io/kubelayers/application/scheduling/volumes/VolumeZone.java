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
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A pod runs only in the zones and regions that the labels of its bound volumes name. Nodes without any such label are
 * everywhere.
 *
 * <p>Reads the labels {@code topology.kubernetes.io/zone} and {@code region} and their former names; a volume may name
 * several zones, {@code a__b}. Upstream: {@code plugins/volumezone/volume_zone.go}.
 */
public final class VolumeZone implements PreFilterPlugin, FilterPlugin, EnqueueExtensions {
    public static final String NAME = "VolumeZone";

    private static final Status REJECTED = Status.unresolvable("node(s) had no available volume zone");

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String REGION = "topology.kubernetes.io/region";
    private static final String BETA_ZONE = "failure-domain.beta.kubernetes.io/zone";
    private static final String BETA_REGION = "failure-domain.beta.kubernetes.io/region";
    private static final List<String> LABELS = List.of(BETA_ZONE, BETA_REGION, ZONE, REGION);

    private static final StateKey<List<Place>> PLACES = StateKey.named("PreFilter" + NAME);

    /** The values of a label that nodes must have one of. */
    private record Place(String label, Set<String> values) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        var places = new ArrayList<Place>();
        for (var use : ClaimUse.of(pod)) {
            if (use.isEphemeral()) {
                continue;
            }
            var rejection = collect(state, pod, use, places);
            if (rejection != null) {
                return PreFilterResult.rejected(Status.unresolvable(rejection));
            }
        }
        if (places.isEmpty()) {
            return PreFilterResult.skip();
        }
        state.write(PLACES, places);
        return PreFilterResult.all();
    }

    /** Adds the places of one claim's volume; why the pod can run nowhere, or null. */
    private static @Nullable String collect(CycleState state, PodInfo pod, ClaimUse use, List<Place> places) {
        if (use.name().isEmpty()) {
            return "PersistentVolumeClaim had no name";
        }
        var found = use.find(pod, state.objects());
        if (found.isEmpty()) {
            return ClaimUse.notFound(use.name());
        }
        var name = Claims.volumeOf(found.get());
        if (name.isEmpty()) {
            return unbound(state, found.get());
        }
        var volume = state.objects().find(PersistentVolume.class, "", name);
        if (volume.isEmpty()) {
            return "persistentvolume \"" + name + "\" not found";
        }
        places.addAll(places(volume.get()));
        return null;
    }

    private static List<Place> places(PersistentVolume volume) {
        var places = new ArrayList<Place>();
        for (var label : LABELS) {
            var value = volume.metadata().labels().get(label);
            var values = value == null ? Set.<String>of() : values(value);
            if (!values.isEmpty() && !values.contains("")) { // upstream passes over labels it cannot read
                places.add(new Place(label, values));
            }
        }
        return places;
    }

    private static @Nullable String unbound(CycleState state, PersistentVolumeClaim claim) {
        var className = Claims.classOf(claim);
        if (className.isEmpty()) {
            return "PersistentVolumeClaim had no pv name and storageClass name";
        }
        var storageClass = state.objects().storageClasses().find(className);
        if (storageClass.isEmpty()) {
            return "storageclass.storage.k8s.io \"" + className + "\" not found";
        }
        return storageClass.get().waitsForConsumer() ? null : "PersistentVolume had no name";
    }

    private static Set<String> values(String label) {
        var values = new TreeSet<String>();
        for (var value : label.split("__", -1)) {
            values.add(value.strip());
        }
        return values;
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        var labels = node.labels();
        if (LABELS.stream().noneMatch(labels::containsKey)) {
            return Status.success(); // a cluster of one zone need not name it
        }
        for (var place : state.require(PLACES)) {
            var value = labels.get(place.label());
            if (value == null) {
                value = labels.get(current(place.label()));
            }
            if (value == null || !place.values().contains(value)) {
                return REJECTED;
            }
        }
        return Status.success();
    }

    private static String current(String label) {
        return label.equals(BETA_ZONE) ? ZONE : label.equals(BETA_REGION) ? REGION : label;
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(
                ClusterEventWithHint.on(Resource.STORAGE_CLASS, Action.ADD).when(VolumeHints::afterWaitingClass),
                ClusterEventWithHint.on(Resource.NODE, Action.ADD, Action.UPDATE_NODE_LABEL),
                ClusterEventWithHint.on(Resource.PERSISTENT_VOLUME_CLAIM, Action.ADD, Action.UPDATE)
                        .when(VolumeHints::afterNamedClaim),
                ClusterEventWithHint.on(Resource.PERSISTENT_VOLUME, Action.ADD, Action.UPDATE)
                        .when(VolumeZone::isElsewhere));
    }

    /** Whether a volume has come, or its labels name other places. */
    static boolean isElsewhere(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        return !(before instanceof PersistentVolume was)
                || !(after instanceof PersistentVolume is)
                || !places(was).equals(places(is));
    }
}
