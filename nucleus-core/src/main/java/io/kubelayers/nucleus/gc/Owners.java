package io.kubelayers.nucleus.gc;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.Optional;

/** Finds the object behind an owner reference. */
final class Owners {
    private Owners() {}

    static Optional<ResourceType> type(Client client, OwnerReference owner) {
        var version = GroupVersion.parse(owner.apiVersion());
        return client.types().byKind(new GroupVersionKind(version.group(), version.version(), owner.kind()));
    }

    /** What has become of an owner. */
    static OwnerDecision.OwnerState find(
            ControllerContext context, KubernetesObject dependent, OwnerReference reference) {
        var type = type(context.client(), reference);
        if (type.isEmpty()) {
            return OwnerDecision.OwnerState.UNKNOWN;
        }
        var namespace = dependent.metadata().namespaceOrEmpty();
        if (type.get().namespaced() && namespace.isEmpty()) {
            // a cluster-scoped object can't be owned by one in a namespace: upstream leaves it alone
            return OwnerDecision.OwnerState.UNKNOWN;
        }
        var owner =
                context.informers().lister(type.get()).get(type.get().namespaced() ? namespace : "", reference.name());
        if (owner.isEmpty() || !reference.uid().equals(owner.get().metadata().uid())) {
            return OwnerDecision.OwnerState.ABSENT;
        }
        var metadata = owner.get().metadata();
        return metadata.isBeingDeleted() && metadata.finalizers().contains(GarbageCollector.FOREGROUND)
                ? hasDependents(context, dependent)
                        ? OwnerDecision.OwnerState.WAITING_FOR_PARENT
                        : OwnerDecision.OwnerState.WAITING
                : OwnerDecision.OwnerState.PRESENT;
    }

    private static boolean hasDependents(ControllerContext context, KubernetesObject object) {
        return !context.informers()
                .find(Indexes.BY_OWNER, String.valueOf(object.metadata().uid()))
                .isEmpty();
    }
}
