package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The objects of a workload as they are once orphans are adopted and strays released; makes the writes for it.
 *
 * <p>Reads what the workload manages and what nobody manages, by index, so the size of the namespace does not matter.
 */
public final class Claimed {
    private Claimed() {}

    /**
     * Claims objects of a kind.
     *
     * @param owner metadata of the workload
     * @param reference the reference that adopted objects get
     * @param kind the objects
     * @param orphans name of the index of that kind's orphans, one of {@link Orphans}
     * @param selects whether the workload's selector matches
     * @return all objects that belong to the workload, by name
     */
    public static <T extends KubernetesObject> List<T> by(
            ControllerContext context,
            ObjectMeta owner,
            OwnerReference reference,
            Class<T> kind,
            String orphans,
            Predicate<ObjectMeta> selects) {
        var lister = context.informers().lister(kind);
        var candidates = new ArrayList<>(lister.byIndex(Indexes.BY_CONTROLLER, String.valueOf(owner.uid())));
        candidates.addAll(lister.byIndex(orphans, owner.namespaceOrEmpty()));
        var claims = Claims.of(owner, selects, candidates);
        claims.released().forEach(stray -> write(context, stray, ControllerRef.released(stray.metadata(), owner)));
        if (claims.adopted().isEmpty()) {
            return claims.owned();
        }
        var owned = new ArrayList<T>();
        for (var object : claims.owned()) {
            boolean isOrphan = object.metadata().controllerOwner().isEmpty();
            if (!isOrphan) {
                owned.add(object);
            } else if (write(context, object, ControllerRef.adopted(object.metadata(), reference))) {
                owned.add(object);
            }
        }
        owned.sort(ObjectOrder.BY_NAME);
        return owned;
    }

    /** An object that is gone meanwhile needs no owner. */
    @SuppressWarnings("unchecked")
    private static <T extends KubernetesObject> boolean write(
            ControllerContext context, T object, ObjectMeta metadata) {
        try {
            context.client().update((T) object.withMetadata(metadata));
            return true;
        } catch (ApiException refused) {
            if (refused.isNotFound()) {
                return false;
            }
            throw refused;
        }
    }
}
