package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.StorageClasses;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.storage.CSIDriver;
import io.kubelayers.nucleus.storage.CSINode;
import io.kubelayers.nucleus.storage.VolumeAttachment;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Objects besides nodes and pods whose changes may make a waiting pod schedulable. As requests they are told from pods by
 * a namespace that no namespace can have: {@code PERSISTENT_VOLUME_CLAIM/shop}.
 *
 * <p>A request tells which object changed, not how: the state keeps each as it was last seen, so that hints get it as it was
 * before and as it is.
 */
final class OtherObjects {
    private final SortedMap<Resource, Class<? extends KubernetesObject>> kinds;
    private final Map<Class<?>, Resource> resources;

    private OtherObjects(SortedMap<Resource, Class<? extends KubernetesObject>> kinds) {
        this.kinds = kinds;
        this.resources = new HashMap<>();
        kinds.forEach((resource, kind) -> resources.put(kind, resource));
    }

    static OtherObjects of(StorageClasses classes) {
        var kinds = new TreeMap<Resource, Class<? extends KubernetesObject>>(classes.kinds());
        kinds.put(Resource.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class);
        kinds.put(Resource.PERSISTENT_VOLUME, PersistentVolume.class);
        kinds.put(Resource.CSI_NODE, CSINode.class);
        kinds.put(Resource.CSI_DRIVER, CSIDriver.class);
        kinds.put(Resource.VOLUME_ATTACHMENT, VolumeAttachment.class);
        return new OtherObjects(kinds);
    }

    static Mapping<KubernetesObject> mapping(ControllerContext context) {
        var others = of(context.answers().to(StorageClasses.class).orElse(StorageClasses.NONE));
        return (change, enqueue) -> {
            var resource = others.resources.get(change.object().getClass());
            if (resource != null) {
                enqueue.accept(request(resource, change.object()));
            }
        };
    }

    private static Request request(Resource resource, KubernetesObject object) {
        var metadata = object.metadata();
        return new Request(resource + "/" + metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
    }

    /** Whether the request is about such an object. */
    static boolean isAbout(Request request) {
        return request.namespace().indexOf('/') >= 0;
    }

    /** All there are, as the state keeps them. */
    PMap<String, KubernetesObject> all(ClusterObjects objects) {
        var all = new HashMap<String, KubernetesObject>();
        kinds.forEach((resource, kind) -> objects.list(kind)
                .forEach(object -> all.put(request(resource, object).toString(), object)));
        return HashTreePMap.from(all);
    }

    /** Takes in the object the request tells of, as it is now. */
    SchedulerState see(SchedulerState state, Request request, ClusterObjects objects, Instant now) {
        var parts = request.namespace().split("/", 2);
        var resource = Resource.valueOf(parts[0]);
        var kind = kinds.get(resource);
        if (kind == null) {
            return state; // the layer that had it is not here any more
        }
        KubernetesObject object = objects.find(kind, parts[1], request.name()).orElse(null);
        return Observation.other(state, resource, request.toString(), object, now);
    }
}
