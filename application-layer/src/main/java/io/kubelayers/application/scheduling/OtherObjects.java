package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Action;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.StorageClasses;
import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.storage.CSIDriver;
import io.kubelayers.nucleus.storage.CSINode;
import io.kubelayers.nucleus.storage.VolumeAttachment;
import java.util.Optional;

/**
 * Objects besides nodes and pods whose changes may make a waiting pod schedulable. As requests they are told from pods by
 * a namespace that no namespace can have: {@code ADD/PERSISTENT_VOLUME_CLAIM/shop}.
 */
final class OtherObjects {
    private OtherObjects() {}

    static Mapping<KubernetesObject> mapping(ControllerContext context) {
        var classes = context.answers().to(StorageClasses.class).orElse(StorageClasses.NONE);
        return (change, enqueue) -> {
            var object = change.object();
            if (object instanceof Pod || object instanceof Node) {
                return;
            }
            resource(object, classes).ifPresent(resource -> enqueue.accept(request(change, resource)));
        };
    }

    private static Request request(Change<KubernetesObject> change, Resource resource) {
        var metadata = change.object().metadata();
        return new Request(action(change) + "/" + resource + "/" + metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
    }

    private static Action action(Change<KubernetesObject> change) {
        return change.type() == Change.Type.DELETED
                ? Action.DELETE
                : change.previous() == null ? Action.ADD : Action.UPDATE;
    }

    private static Optional<Resource> resource(KubernetesObject object, StorageClasses classes) {
        if (object instanceof PersistentVolumeClaim) {
            return Optional.of(Resource.PERSISTENT_VOLUME_CLAIM);
        }
        if (object instanceof PersistentVolume) {
            return Optional.of(Resource.PERSISTENT_VOLUME);
        }
        if (object instanceof CSINode) {
            return Optional.of(Resource.CSI_NODE);
        }
        if (object instanceof CSIDriver) {
            return Optional.of(Resource.CSI_DRIVER);
        }
        if (object instanceof VolumeAttachment) {
            return Optional.of(Resource.VOLUME_ATTACHMENT);
        }
        return classes.about(object);
    }

    /** What the request tells of, if it is about such an object. */
    static Optional<ClusterEvent> event(Request request) {
        var parts = request.namespace().split("/", 3);
        return parts.length < 3
                ? Optional.empty()
                : Optional.of(new ClusterEvent(Resource.valueOf(parts[1]), Action.valueOf(parts[0])));
    }

    /** The claim the request tells of, which plugins want to see; others are known by their event alone. */
    static Optional<PersistentVolumeClaim> claim(Request request, ClusterObjects objects) {
        var parts = request.namespace().split("/", 3);
        return parts.length == 3 && parts[1].equals(Resource.PERSISTENT_VOLUME_CLAIM.name())
                ? objects.find(PersistentVolumeClaim.class, parts[2], request.name())
                : Optional.empty();
    }
}
