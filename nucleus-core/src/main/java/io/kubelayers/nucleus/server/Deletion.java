package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.KeyMissingException;
import io.kubelayers.nucleus.store.RevisionConflictException;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.store.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Deletes an object, or begins to: preconditions, finalizers by propagation policy, grace
 * (apiserver {@code registry/generic/registry/store.go}, {@code registry/rest/delete.go}).
 */
final class Deletion implements Stage {
    private final Store store;
    private final Rules rules;
    private final Runtime runtime;
    private final Versions versions;

    Deletion(Store store, Rules rules, Runtime runtime, Versions versions) {
        this.store = store;
        this.rules = rules;
        this.runtime = runtime;
        this.versions = versions;
    }

    /** What a delete leaves of an object, and whether that is to be removed. */
    private record Left(KubernetesObject object, boolean removed) {}

    @Override
    public String name() {
        return "store";
    }

    @Override
    public void handle(RequestContext context) {
        var current = Objects.requireNonNull(context.current(), "current");
        var options = options(context);
        boolean dryRun =
                context.request().options().dryRun() || options.dryRun().contains("All");
        var kind = rules.of(current.object());
        var refusal = kind.deletionRefusal(current.object());
        if (refusal != null) {
            throw ApiErrors.forbidden(Keys.resource(context), context.request().name(), refusal);
        }
        kind.warningsOnDelete(options).forEach(context::warn);
        var left = left(context, current.object(), options);
        var held = current;
        if (!left.object().equals(current.object())) {
            held = dryRun
                    ? new Stored(current.key(), left.object(), current.createRevision(), current.modRevision())
                    : store.update(
                            Keys.of(context), versions.held(context.type(), left.object()), current.modRevision());
        }
        if (left.removed()) {
            var last = versions.asServed(
                    context.type(), dryRun ? held.object() : removed(Keys.of(context), held, held != current));
            context.respond(
                    DeletedObjects.areAnswered(context.type())
                            ? new ApiResponse.One(200, last, List.of())
                            : gone(context, last));
        } else {
            var marked = versions.asServed(context.type(), held.object());
            context.respond(new ApiResponse.One(cascades(options) ? 202 : 200, marked, List.of()));
        }
    }

    /**
     * Removes the object.
     *
     * @param marked whether it has just been marked: whoever sees the mark may remove or change it first, and that is no
     *     failure, it goes all the same
     * @return its last state
     */
    private KubernetesObject removed(Key key, Stored current, boolean marked) {
        var latest = current;
        while (true) {
            try {
                return store.delete(key, latest.modRevision()).current().object();
            } catch (KeyMissingException | RevisionConflictException e) {
                var now = store.get(key).filter(there -> isSame(there, current));
                if (!marked) {
                    throw e;
                } else if (now.isEmpty()) {
                    return latest.object();
                }
                latest = now.get();
            }
        }
    }

    private static boolean isSame(Stored latest, Stored marked) {
        return Objects.equals(
                latest.object().metadata().uid(), marked.object().metadata().uid());
    }

    /** Whoever asks in the old way for dependents to go too is told that it is not done yet. */
    private static boolean cascades(DeleteOptions options) {
        return Boolean.FALSE.equals(options.orphanDependents());
    }

    private static DeleteOptions options(RequestContext context) {
        return context.request().body() instanceof Body.Delete delete
                ? delete.options()
                : DeleteOptionsBuilder.builder().build();
    }

    private Left left(RequestContext context, KubernetesObject object, DeleteOptions options) {
        var kind = rules.of(object);
        var metadata = object.metadata();
        if (kind.isMarkedFirst()) {
            DeletionChecks.requireMeantFirst(options, Keys.resource(context), metadata);
            if (!metadata.isBeingDeleted()) {
                return new Left(markedFirst(object, options), false);
            } else if (!kind.mayBeRemoved(object)) {
                return new Left(object, false);
            }
        }
        DeletionChecks.requireWellFormed(options);
        var named = new ApiErrors.Resource(
                kind.groupOfErrors(context.type()), context.type().kind());
        DeletionChecks.requireMeant(options, named, metadata);
        var seconds = kind.gracePeriodSeconds(object, asked(options));
        if (seconds == null) {
            return ungraceful(object, options);
        } else if (!metadata.isBeingDeleted()) {
            return graceful(object, options, runtime.timestamp().plusSeconds(seconds), seconds);
        }
        var running = metadata.deletionGracePeriodSeconds();
        if (running == null || running == 0) {
            return ungraceful(object, options);
        }
        var shorter = asked(options);
        if (shorter == null || shorter >= running) {
            return new Left(object, false);
        }
        var begun = Objects.requireNonNull(metadata.deletionTimestamp()).minusSeconds(running);
        return graceful(object, options, begun.plusSeconds(shorter), shorter);
    }

    private static @Nullable Long asked(DeleteOptions options) {
        var seconds = options.gracePeriodSeconds();
        return seconds != null && seconds < 0 ? Long.valueOf(1) : seconds;
    }

    /** A first delete of such kinds marks them and no more: what they hold must go before they do. */
    private KubernetesObject markedFirst(KubernetesObject object, DeleteOptions options) {
        var metadata = ObjectMetaBuilder.builder(object.metadata())
                .deletionTimestamp(runtime.timestamp())
                .finalizers(finalizers(object, options))
                .build();
        return rules.of(object).prepareForDelete(object.withMetadata(metadata));
    }

    private List<String> finalizers(KubernetesObject object, DeleteOptions options) {
        return DeletionFinalizers.after(
                object.metadata().finalizers(), options, rules.of(object).garbageCollection());
    }

    /** An object that nobody has to stop goes at once, unless it has finalizers. */
    private Left ungraceful(KubernetesObject object, DeleteOptions options) {
        var old = object.metadata();
        var finalizers = finalizers(object, options);
        if (finalizers.isEmpty()) {
            return new Left(object, true);
        }
        var metadata = ObjectMetaBuilder.builder(old).finalizers(finalizers);
        var now = runtime.timestamp();
        if (old.deletionTimestamp() == null) {
            metadata.generation(next(old));
        }
        if (old.deletionTimestamp() == null || old.deletionTimestamp().isAfter(now)) {
            metadata.deletionTimestamp(now);
        }
        metadata.deletionGracePeriodSeconds(0L);
        return new Left(object.withMetadata(metadata.build()), false);
    }

    /** An agent is to stop it first; even one that goes at once is marked, so that watchers see it. */
    private Left graceful(KubernetesObject object, DeleteOptions options, Instant end, long seconds) {
        var old = object.metadata();
        var finalizers = finalizers(object, options);
        var metadata = ObjectMetaBuilder.builder(old)
                .finalizers(finalizers)
                .deletionTimestamp(end)
                .deletionGracePeriodSeconds(seconds)
                .generation(old.deletionTimestamp() == null ? next(old) : old.generation())
                .build();
        return new Left(object.withMetadata(metadata), finalizers.isEmpty() && seconds == 0);
    }

    /** A deletion counts as a change where changes are counted at all. */
    private static long next(ObjectMeta metadata) {
        return metadata.generation() > 0 ? metadata.generation() + 1 : 0;
    }

    private static ApiResponse gone(RequestContext context, KubernetesObject object) {
        var details = new Status.Details(
                object.metadata().name(),
                context.type().group(),
                context.type().plural(),
                object.metadata().uid(),
                List.of(),
                0);
        return new ApiResponse.Outcome(200, new Status(ListMeta.EMPTY, "Success", null, null, details, 0), List.of());
    }
}
