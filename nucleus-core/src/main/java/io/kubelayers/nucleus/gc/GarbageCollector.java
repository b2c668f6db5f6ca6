package io.kubelayers.nucleus.gc;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.meta.PreconditionsBuilder;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.List;
import java.util.Optional;

/**
 * Looks at one object at a time: is it an owner on its way out, or a dependent whose owners are gone?
 * (pkg/controller/garbagecollector/garbagecollector.go; what is decided is in {@link OwnerDecision}.)
 */
public final class GarbageCollector implements Reconciler {
    /** Deletion waits until the dependents are gone. */
    static final String FOREGROUND = "foregroundDeletion";

    /** Deletion waits until the dependents have been set free. */
    static final String ORPHAN = "orphan";

    private final ControllerContext context;

    private GarbageCollector(ControllerContext context) {
        this.context = context;
    }

    /** The collector as a controller over every kind there is. */
    public static Controller controller() {
        return Controller.named("garbage-collector")
                .watchingEverything(GarbageCollector::mapping)
                .reconcile(GarbageCollector::new);
    }

    private static Mapping<KubernetesObject> mapping(ControllerContext context) {
        return (change, enqueue) -> {
            var object = change.object();
            if (change.type() == Change.Type.DELETED) {
                for (var dependent : context.informers()
                        .find(Indexes.BY_OWNER, String.valueOf(object.metadata().uid()))) {
                    enqueue.accept(request(context.client(), dependent));
                }
                for (var owner : object.metadata().ownerReferences()) {
                    ownerRequest(context.client(), object, owner).ifPresent(enqueue);
                }
            } else if (!object.metadata().ownerReferences().isEmpty() || isLeaving(object)) {
                enqueue.accept(request(context.client(), object));
            }
            formerOwners(change).forEach(owner -> ownerRequest(context.client(), object, owner)
                    .ifPresent(enqueue));
        };
    }

    /** The owners before a change of owners: one of them may have waited for this object. */
    private static List<OwnerReference> formerOwners(Change<KubernetesObject> change) {
        var previous = change.previous();
        if (change.type() != Change.Type.MODIFIED || previous == null) {
            return List.of();
        }
        var owners = previous.metadata().ownerReferences();
        return owners.equals(change.object().metadata().ownerReferences()) ? List.of() : owners;
    }

    private static boolean isLeaving(KubernetesObject object) {
        var metadata = object.metadata();
        return metadata.isBeingDeleted()
                && (metadata.finalizers().contains(FOREGROUND)
                        || metadata.finalizers().contains(ORPHAN));
    }

    private static Request request(Client client, KubernetesObject object) {
        return ObjectPlace.of(object, client.types().typeOf(object)).toRequest();
    }

    /** An owner that waits for its dependents wants to know that one is gone. */
    private static Optional<Request> ownerRequest(Client client, KubernetesObject dependent, OwnerReference owner) {
        return Owners.type(client, owner).map(type -> new ObjectPlace(
                        type.groupVersionKind(),
                        type.namespaced() ? dependent.metadata().namespaceOrEmpty() : "",
                        owner.name())
                .toRequest());
    }

    @Override
    public Requeue reconcile(Request request) {
        var place = ObjectPlace.of(request);
        var type = context.client().types().byKind(place.kind());
        if (type.isEmpty()) {
            return Requeue.never();
        }
        var found = context.informers().lister(type.get()).get(place.namespace(), place.name());
        if (found.isPresent()) {
            collect(type.get(), found.get());
        }
        return Requeue.never();
    }

    private void collect(ResourceType type, KubernetesObject object) {
        if (isLeaving(object)) {
            letGo(type, object);
        }
        if (object.metadata().isBeingDeleted()) {
            return;
        }
        var decision = OwnerDecision.of(object, owner -> Owners.find(context, object, owner));
        switch (decision.action()) {
            case KEEP -> {}
            case FORGET_ABSENT_OWNERS -> context.client()
                    .on(type)
                    .update(object.withMetadata(object.metadata().withOwnerReferences(decision.remaining())));
            case DELETE -> delete(type, object, decision.propagation());
        }
    }

    private void letGo(ResourceType type, KubernetesObject object) {
        var dependents = context.informers()
                .find(Indexes.BY_OWNER, String.valueOf(object.metadata().uid()));
        if (object.metadata().finalizers().contains(ORPHAN)) {
            dependents.forEach(dependent -> orphan(dependent, object));
            removeFinalizer(type, object, ORPHAN);
        } else if (dependents.stream().noneMatch(dependent -> blocks(dependent, object))) {
            removeFinalizer(type, object, FOREGROUND);
        } else {
            for (var dependent : dependents) {
                if (!dependent.metadata().isBeingDeleted()) {
                    collect(context.client().types().typeOf(dependent), dependent);
                }
            }
        }
    }

    private static boolean blocks(KubernetesObject dependent, KubernetesObject owner) {
        for (var reference : dependent.metadata().ownerReferences()) {
            if (reference.uid().equals(owner.metadata().uid())) {
                return Boolean.TRUE.equals(reference.blockOwnerDeletion());
            }
        }
        return false;
    }

    private void orphan(KubernetesObject dependent, KubernetesObject owner) {
        var remaining = dependent.metadata().ownerReferences().stream()
                .filter(reference -> !reference.uid().equals(owner.metadata().uid()))
                .toList();
        context.client().update(dependent.withMetadata(dependent.metadata().withOwnerReferences(remaining)));
    }

    private void removeFinalizer(ResourceType type, KubernetesObject object, String finalizer) {
        var remaining = object.metadata().finalizers().stream()
                .filter(one -> !one.equals(finalizer))
                .toList();
        context.client().on(type).update(object.withMetadata(object.metadata().withFinalizers(remaining)));
    }

    private void delete(ResourceType type, KubernetesObject object, String propagation) {
        var options = DeleteOptionsBuilder.builder()
                .propagationPolicy(propagation)
                .preconditions(PreconditionsBuilder.builder()
                        .uid(object.metadata().uid())
                        .build())
                .build();
        try {
            context.client()
                    .on(type)
                    .delete(
                            object.metadata().namespaceOrEmpty(),
                            object.metadata().nameOrEmpty(),
                            options);
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }
}
