package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Which workloads a change of a pod (or ReplicaSet) concerns: its controller, the one it had before, or, for an orphan,
 * all whose selectors match it.
 *
 * @param <W> the workload
 * @param <T> what it owns
 */
public final class OwnedOrOrphaned<W extends KubernetesObject, T extends KubernetesObject> implements Mapping<T> {
    private final ControllerContext context;
    private final Class<W> owner;
    private final BiPredicate<W, Map<String, String>> selects;
    private final Mapping<T> toOwner;

    private OwnedOrOrphaned(ControllerContext context, Class<W> owner, BiPredicate<W, Map<String, String>> selects) {
        this.context = context;
        this.owner = owner;
        this.selects = selects;
        this.toOwner = Mapping.owner(owner.getSimpleName());
    }

    /** The mapping to a kind of workload, given how its selector matches labels. */
    public static <W extends KubernetesObject, T extends KubernetesObject> Function<ControllerContext, Mapping<T>> of(
            Class<W> owner, BiPredicate<W, Map<String, String>> selects) {
        return context -> new OwnedOrOrphaned<>(context, owner, selects);
    }

    @Override
    public void map(Change<T> change, Consumer<Request> enqueue) {
        toOwner.map(change, enqueue);
        var metadata = change.object().metadata();
        if (metadata.controllerOwner().isPresent() || change.type() == Change.Type.DELETED) {
            return;
        }
        for (var workload : context.informers().lister(owner).list(metadata.namespaceOrEmpty())) {
            if (selects.test(workload, metadata.labels())) {
                enqueue.accept(Request.of(workload));
            }
        }
    }
}
