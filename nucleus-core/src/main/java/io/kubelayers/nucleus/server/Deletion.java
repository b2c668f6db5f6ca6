package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.DeleteOptions.DeletionPropagation;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deletes an object, or begins to: preconditions, finalizers by propagation policy, grace
 * (apiserver {@code registry/generic/registry/store.go}, {@code registry/rest/delete.go}).
 */
final class Deletion implements Stage {
    /** Kinds of which a delete answers the object as it was last; of others it answers a Status. */
    private static final Set<String> RETURNED = Set.of(
            "pods",
            "podtemplates",
            "resourcequotas",
            "serviceaccounts",
            "services",
            "persistentvolumes",
            "persistentvolumeclaims",
            "csidrivers.storage.k8s.io",
            "csinodes.storage.k8s.io",
            "csistoragecapacities.storage.k8s.io",
            "storageclasses.storage.k8s.io",
            "volumeattachments.storage.k8s.io",
            "volumeattributesclasses.storage.k8s.io");

    /** Kinds that upstream deletes in a way of their own. */
    private static final Set<String> OWN_DELETION =
            Set.of("namespaces", "customresourcedefinitions.apiextensions.k8s.io");

    static final String ORPHAN = "orphan";
    static final String FOREGROUND = "foregroundDeletion";

    private final Store store;
    private final Rules rules;
    private final Runtime runtime;

    Deletion(Store store, Rules rules, Runtime runtime) {
        this.store = store;
        this.rules = rules;
        this.runtime = runtime;
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public void handle(RequestContext context) {
        var current = Objects.requireNonNull(context.current(), "current");
        var options = options(context);
        checkPreconditions(context, options, current.object().metadata());
        boolean dryRun =
                context.request().options().dryRun() || options.dryRun().contains("All");
        var marked = marked(current.object(), options);
        if (marked == null) {
            boolean isPod = context.type().groupResource().equals("pods");
            var leaving = isPod ? leaving(context, current, dryRun) : current;
            var last = dryRun ? leaving.object() : removed(Keys.of(context), leaving, isPod);
            context.respond(
                    RETURNED.contains(context.type().groupResource())
                            ? new ApiResponse.One(200, last, List.of())
                            : gone(context, last));
        } else if (marked.equals(current.object())) {
            context.respond(new ApiResponse.One(200, current.object(), List.of()));
        } else {
            context.respond(new ApiResponse.One(200, dryRun ? marked : update(context, marked, current), List.of()));
        }
    }

    /** Pods are always marked before they go, even if they go at once: watchers see the mark. */
    private Stored leaving(RequestContext context, Stored current, boolean dryRun) {
        var old = current.object().metadata();
        if (old.deletionTimestamp() != null) {
            return current;
        }
        var metadata = ObjectMetaBuilder.builder(old)
                .deletionTimestamp(runtime.timestamp())
                .deletionGracePeriodSeconds(0L)
                .generation(old.generation() > 0 ? old.generation() + 1 : 0)
                .build();
        var marked = current.object().withMetadata(metadata);
        return dryRun
                ? new Stored(current.key(), marked, current.createRevision(), current.modRevision())
                : store.update(Keys.of(context), marked, current.modRevision());
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

    private KubernetesObject update(RequestContext context, KubernetesObject marked, Stored current) {
        return store.update(Keys.of(context), marked, current.modRevision()).object();
    }

    private static DeleteOptions options(RequestContext context) {
        return context.request().body() instanceof Body.Delete delete
                ? delete.options()
                : DeleteOptionsBuilder.builder().build();
    }

    private static void checkPreconditions(RequestContext context, DeleteOptions options, ObjectMeta metadata) {
        var preconditions = options.preconditions();
        if (preconditions == null) {
            return;
        }
        if (preconditions.uid() != null && !preconditions.uid().equals(metadata.uid())) {
            throw precondition(
                    context,
                    "UID",
                    preconditions.uid(),
                    metadata.uid(),
                    "The object might have been deleted and then recreated");
        }
        if (preconditions.resourceVersion() != null
                && !preconditions.resourceVersion().equals(metadata.resourceVersion())) {
            throw precondition(
                    context,
                    "ResourceVersion",
                    preconditions.resourceVersion(),
                    metadata.resourceVersion(),
                    "The object might have been modified");
        }
    }

    private static ApiException precondition(
            RequestContext context, String what, String wanted, @Nullable String found, String guess) {
        var type = context.type();
        var name = context.request().name();
        if (OWN_DELETION.contains(type.groupResource())) {
            return ApiErrors.conflict(
                    Keys.resource(context),
                    name,
                    "Precondition failed: " + what + " in precondition: " + wanted + ", " + what + " in object meta: "
                            + found);
        }
        return ApiErrors.conflict(
                new ApiErrors.Resource(type.group(), type.kind()),
                name,
                "the " + what + " in the precondition (" + wanted + ") does not match the " + what + " in record ("
                        + found + "). " + guess);
    }

    /** The object as it lingers, or null if it can go at once. */
    private @Nullable KubernetesObject marked(KubernetesObject object, DeleteOptions options) {
        var finalizers = finalizers(object.metadata(), options);
        long grace = grace(object, options);
        if (finalizers.isEmpty() && grace == 0 && rules.of(object).mayBeRemoved(object)) {
            return null;
        }
        var old = object.metadata();
        var metadata = ObjectMetaBuilder.builder(old).finalizers(finalizers);
        if (old.deletionTimestamp() == null) {
            metadata.deletionTimestamp(runtime.timestamp().plusSeconds(grace)).deletionGracePeriodSeconds(grace);
            if (old.generation() > 0) { // upstream counts the deletion where it counts at all
                metadata.generation(old.generation() + 1);
            }
        } else if (shortens(old, grace)) {
            metadata.deletionTimestamp(begun(old).plusSeconds(grace)).deletionGracePeriodSeconds(grace);
        }
        var marked = object.withMetadata(metadata.build());
        return old.deletionTimestamp() == null ? rules.of(object).prepareForDelete(marked) : marked;
    }

    private static boolean shortens(ObjectMeta old, long grace) {
        return old.deletionGracePeriodSeconds() != null && grace < old.deletionGracePeriodSeconds();
    }

    private static java.time.Instant begun(ObjectMeta old) {
        var deadline = Objects.requireNonNull(old.deletionTimestamp());
        return old.deletionGracePeriodSeconds() == null
                ? deadline
                : deadline.minusSeconds(old.deletionGracePeriodSeconds());
    }

    private long grace(KubernetesObject object, DeleteOptions options) {
        long kinds = rules.of(object).defaultGracePeriodSeconds(object);
        if (kinds == 0) {
            return 0;
        }
        if (options.gracePeriodSeconds() != null) {
            return options.gracePeriodSeconds() < 0 ? 1 : options.gracePeriodSeconds();
        }
        var running = object.metadata().deletionGracePeriodSeconds();
        return running != null ? running : kinds;
    }

    private static List<String> finalizers(ObjectMeta metadata, DeleteOptions options) {
        var policy = options.propagationPolicy();
        if (policy == null) {
            return metadata.finalizers();
        }
        var finalizers = new ArrayList<>(metadata.finalizers());
        finalizers.removeAll(List.of(ORPHAN, FOREGROUND));
        switch (policy) {
            case DeletionPropagation.ORPHAN -> finalizers.add(ORPHAN);
            case DeletionPropagation.FOREGROUND -> finalizers.add(FOREGROUND);
            case DeletionPropagation.BACKGROUND -> {}
            default -> throw ApiErrors.invalid(
                    "meta.k8s.io",
                    "DeleteOptions",
                    "",
                    List.of(io.kubelayers.nucleus.validation.FieldError.notSupported(
                            io.kubelayers.nucleus.validation.FieldPath.of("propagationPolicy"),
                            policy,
                            List.of("Foreground", "Background", "Orphan", "nil"))));
        }
        return finalizers;
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
