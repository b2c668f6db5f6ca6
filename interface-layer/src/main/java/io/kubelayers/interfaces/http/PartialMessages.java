package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.protobuf.Protobuf;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.PartialObjectMetadata;
import java.util.ArrayList;

/**
 * Objects reduced to their metadata, as protobuf: what clients read that look at many kinds but at no fields of theirs.
 *
 * @param protobuf writes them
 * @param version the version of the form, such as {@code meta.k8s.io/v1}
 */
record PartialMessages(Protobuf protobuf, String version) {
    byte[] one(KubernetesObject object) {
        return protobuf.write(new PartialObjectMetadata(object.metadata()), version);
    }

    byte[] many(ObjectList<KubernetesObject> list) {
        var items = new ArrayList<ObjectMeta>(list.items().size());
        for (var object : list) {
            items.add(object.metadata());
        }
        return protobuf.writePartial(list.metadata(), items, version);
    }

    byte[] event(String type, KubernetesObject object) {
        return protobuf.event(type, one(object));
    }
}
