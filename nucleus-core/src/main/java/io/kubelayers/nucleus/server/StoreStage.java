package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.KeyExistsException;
import io.kubelayers.nucleus.store.Store;
import java.util.List;

/** Commits a write, by compare-and-set on the revision that the stages before have seen. */
final class StoreStage implements Stage {
    private final Store store;
    private final Rules rules;
    private final Scales scales;
    private final Versions versions;

    StoreStage(Store store, Rules rules, Scales scales, Versions versions) {
        this.store = store;
        this.rules = rules;
        this.scales = scales;
        this.versions = versions;
    }

    @Override
    public String name() {
        return "store";
    }

    /**
     * Commits.
     *
     * @throws io.kubelayers.nucleus.store.RevisionConflictException if somebody was faster; the server then decides
     *     whether the request may try again
     */
    @Override
    public void handle(RequestContext context) {
        var object = context.objectToStore();
        var held = versions.held(context.type(), object);
        var current = context.current();
        KubernetesObject stored;
        if (current == null) {
            stored = create(context, held);
        } else if (finishesDeletion(object)) {
            stored = context.request().options().dryRun()
                    ? object
                    : remove(Keys.of(context), object, current.modRevision());
        } else if (object.equals(current.object())) {
            stored = current.object();
        } else {
            stored = context.request().options().dryRun()
                    ? held
                    : store.update(Keys.of(context), held, current.modRevision())
                            .object();
        }
        respond(context, current == null ? 201 : 200, stored);
    }

    private KubernetesObject create(RequestContext context, KubernetesObject object) {
        var key = Keys.of(context);
        if (context.request().options().dryRun()) {
            if (store.get(key).isPresent()) {
                throw alreadyExists(context, key);
            }
            return object;
        }
        if (object.metadata().resourceVersion() != null) {
            throw ApiErrors.unknown("resourceVersion should not be set on objects to be created");
        }
        try {
            return store.create(key, object).object();
        } catch (KeyExistsException taken) {
            throw alreadyExists(context, key);
        }
    }

    /**
     * The name is taken.
     *
     * @throws GeneratedNameTakenException if it is one that the server made
     */
    private ApiException alreadyExists(RequestContext context, Key key) {
        var resource = Keys.resource(context);
        var sent = context.object();
        var refusal = sent != null && sent.metadata().generateName() != null
                ? ApiErrors.nameNotGenerated(resource, key.name())
                : ApiErrors.alreadyExists(resource, key.name());
        var there = store.get(key);
        var told = there.isPresent() && there.get().object().metadata().isBeingDeleted()
                ? refusal.withMessage("object is being deleted: " + refusal.getMessage())
                : refusal;
        if (context.wasNamed()) {
            throw new GeneratedNameTakenException(told);
        }
        return told;
    }

    /** The last finalizer of an object that is being deleted is gone: the update is the removal. */
    private boolean finishesDeletion(KubernetesObject object) {
        var metadata = object.metadata();
        return metadata.isBeingDeleted()
                && metadata.finalizers().isEmpty()
                && (metadata.deletionGracePeriodSeconds() == null || metadata.deletionGracePeriodSeconds() == 0)
                && rules.of(object).mayBeRemoved(object);
    }

    private KubernetesObject remove(Key key, KubernetesObject object, long revision) {
        store.delete(key, revision);
        return object;
    }

    private void respond(RequestContext context, int code, KubernetesObject stored) {
        var answer = scales.isScale(context) ? scales.read(context, stored) : versions.asServed(context.type(), stored);
        context.respond(new ApiResponse.One(code, answer, List.of()));
    }
}
