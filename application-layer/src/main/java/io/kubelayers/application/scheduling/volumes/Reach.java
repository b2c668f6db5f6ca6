package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.nucleus.affinity.NodeSelection;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.storage.CSINode;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * From which nodes volumes can be reached. Upstream: {@code CheckNodeAffinity}. Belongs to one cycle; each volume's
 * selector is compiled once.
 */
final class Reach {
    private final ClusterObjects objects;
    private final Map<PersistentVolume, NodeSelection> compiled = new IdentityHashMap<>();

    Reach(ClusterObjects objects) {
        this.objects = objects;
    }

    /** Whether the volume could be bound for a pod on the node: by what it says itself, whatever driver serves it there. */
    boolean reaches(PersistentVolume volume, Node node) {
        var affinity = volume.spec().nodeAffinity();
        var required = affinity == null ? null : affinity.required();
        return required == null || selection(volume, required).matches(node);
    }

    private NodeSelection selection(PersistentVolume volume, NodeSelector required) {
        return compiled.computeIfAbsent(volume, key -> NodeSelection.lenient(required));
    }

    /** Whether a pod on the node can use the volume. */
    boolean covers(PersistentVolume volume, Node node) {
        var affinity = volume.spec().nodeAffinity();
        var name = CsiMigration.pluginOf(volume.spec());
        if (name.isPresent()) {
            var csiNode = objects.find(CSINode.class, "", node.metadata().nameOrEmpty());
            if (csiNode.isPresent() && CsiMigration.isOn(name.get(), csiNode.get())) {
                affinity = CsiMigration.translatedAffinity(name.get(), volume);
            }
        }
        if (affinity == null || affinity.required() == null) {
            return true;
        }
        var required = affinity.required();
        var selection = affinity == volume.spec().nodeAffinity()
                ? selection(volume, required)
                : NodeSelection.lenient(required);
        return selection.matches(node);
    }
}
