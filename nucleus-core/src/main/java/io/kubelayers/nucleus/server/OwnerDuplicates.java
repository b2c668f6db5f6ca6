package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Owners named twice are taken to be meant once, and the client is told (apiserver {@code dedupOwnerReferences}). */
final class OwnerDuplicates {
    private static final String WARNING =
            ".metadata.ownerReferences contains duplicate entries; API server dedups owner"
                    + " references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate"
                    + " UID(s) observed: ";

    private OwnerDuplicates() {}

    static KubernetesObject without(RequestContext context, KubernetesObject object) {
        var owners = object.metadata().ownerReferences();
        if (owners.size() < 2 || new HashSet<>(owners).size() == owners.size()) {
            return object;
        }
        var once = new ArrayList<OwnerReference>();
        var twice = new ArrayList<String>();
        for (var owner : owners) {
            if (once.contains(owner)) {
                twice.add(owner.uid());
            } else {
                once.add(owner);
            }
        }
        context.warn(WARNING + String.join(", ", twice));
        return object.withMetadata(object.metadata().withOwnerReferences(List.copyOf(once)));
    }
}
