package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.function.Consumer;

/**
 * Which requests a change gives rise to. Must be cheap and pure but for reading through listers it was made with.
 *
 * @param <T> kind that changed
 */
@FunctionalInterface
public interface Mapping<T extends KubernetesObject> {
    void map(Change<T> change, Consumer<Request> enqueue);

    /** The changed object itself. */
    static <T extends KubernetesObject> Mapping<T> itself() {
        return (change, enqueue) -> enqueue.accept(Request.of(change.object()));
    }

    /** The controller that owns the object, if it is of that kind; after an adoption also the former one. */
    static <T extends KubernetesObject> Mapping<T> owner(String kind) {
        return (change, enqueue) -> {
            enqueueOwner(change.object(), kind, enqueue);
            var previous = change.previous();
            if (previous != null
                    && !previous.metadata()
                            .ownerReferences()
                            .equals(change.object().metadata().ownerReferences())) {
                enqueueOwner(previous, kind, enqueue);
            }
        };
    }

    private static void enqueueOwner(KubernetesObject object, String kind, Consumer<Request> enqueue) {
        object.metadata().controllerOwner().ifPresent(owner -> {
            if (owner.kind().equals(kind)) {
                enqueue.accept(new Request(object.metadata().namespaceOrEmpty(), owner.name()));
            }
        });
    }
}
