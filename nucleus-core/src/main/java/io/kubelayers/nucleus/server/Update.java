package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** What a changed object looks like when it is stored (apiserver {@code registry/rest/update.go}). */
final class Update {
    private final Rules rules;
    private final Runtime runtime;
    private final SharedLabels labels;

    Update(Rules rules, Runtime runtime, SharedLabels labels) {
        this.rules = rules;
        this.runtime = runtime;
        this.labels = labels;
    }

    /** Of what was sent through a subresource of its own, what it is for; the rest is as it was. */
    KubernetesObject sentThrough(String subresource, KubernetesObject sent, KubernetesObject old) {
        return rules.of(sent).prepareForSubresourceUpdate(sent, old, subresource, runtime.timestamp());
    }

    /** Whether a subresource is a part of the object that only its kind knows how to change. */
    static boolean isOwn(String subresource) {
        return !subresource.isEmpty() && !subresource.equals("status") && !subresource.equals("scale");
    }

    KubernetesObject prepare(RequestContext context, KubernetesObject sent, KubernetesObject old) {
        checkPlace(context, sent.metadata());
        checkPreconditions(context, sent, old.metadata());
        var metadata = keepWhatClientsMayNotChange(sent.metadata(), old.metadata());
        var object = sent.withMetadata(metadata);
        if (context.request().subresource().equals("status")) {
            var status = statusOnly(object, old);
            var kind = rules.of(status);
            return kind.prepareForStatusUpdate(kind.gatedFields().dropped(status, old), old, runtime.timestamp());
        }
        var kind = rules.of(object);
        var whole = object;
        if (!isOwn(context.request().subresource())) {
            if (context.type().subresource("status").isPresent() && !kind.storesStatusWithObject()) {
                object = ObjectParts.withStatusOf(object, old);
            }
            object = kind.prepareForUpdate(kind.gatedFields().dropped(object, old), old);
        } else {
            object = kind.gatedFields().dropped(object, old);
        }
        var counted = kind.countsGenerationsOfSent() ? whole : object;
        if (Generations.counts(context.type(), kind)
                && (!sameContent(context, counted, old) || kind.isNewGeneration(object, old))) {
            object = object.withMetadata(
                    object.metadata().withGeneration(old.metadata().generation() + 1));
        }
        return object;
    }

    /** The status of a custom object is content like any other unless it is a subresource. */
    private static boolean sameContent(RequestContext context, KubernetesObject object, KubernetesObject old) {
        return object instanceof DynamicObject now
                        && old instanceof DynamicObject before
                        && context.type().subresource("status").isEmpty()
                ? now.fields().equals(before.fields())
                : ObjectParts.sameSpec(object, old);
    }

    /** A status update changes the status, and of the metadata only what is not the identity of the object. */
    private KubernetesObject statusOnly(KubernetesObject sent, KubernetesObject old) {
        if (sent instanceof DynamicObject || rules.of(sent).statusUpdatesLeaveMetadata()) {
            return ObjectParts.withStatusOf(old, sent)
                    .withMetadata(
                            old.metadata().withManagedFields(sent.metadata().managedFields()));
        }
        var metadata = ObjectMetaBuilder.builder(old.metadata())
                .labels(sent.metadata().labels())
                .annotations(sent.metadata().annotations())
                .finalizers(sent.metadata().finalizers())
                .ownerReferences(sent.metadata().ownerReferences())
                .build();
        return ObjectParts.withStatusOf(old, sent).withMetadata(metadata);
    }

    /** Refuses objects that are not the one of the path. */
    static void checkPlace(RequestContext context, ObjectMeta sent) {
        var request = context.request();
        if (context.type().namespaced()
                && !sent.namespaceOrEmpty().isEmpty()
                && !sent.namespaceOrEmpty().equals(request.namespace())) {
            throw ApiErrors.badRequest(Creation.OTHER_NAMESPACE);
        }
        if (sent.nameOrEmpty().isEmpty()) {
            throw ApiErrors.badRequest("the name of the object (" + request.name()
                    + " based on URL) was undeterminable: name must be provided");
        }
        if (!sent.nameOrEmpty().equals(request.name())) {
            throw ApiErrors.badRequest("the name of the object (" + sent.nameOrEmpty()
                    + ") does not match the name on the URL (" + request.name() + ")");
        }
    }

    /**
     * Refuses an update that is meant for another object of that name, or for one that is not there.
     *
     * @param stored the uid of what is there, "" if there is nothing
     */
    static void checkUid(RequestContext context, ObjectMeta sent, String stored) {
        if (sent.uid() != null && !sent.uid().equals(stored)) {
            throw ApiErrors.conflict(
                    Keys.resource(context),
                    context.request().name(),
                    "StorageError: invalid object, Code: 4, Key: " + StorageKeys.text(context)
                            + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: "
                            + sent.uid() + ", UID in object meta: " + stored);
        }
    }

    private void checkPreconditions(RequestContext context, KubernetesObject sent, ObjectMeta old) {
        var metadata = sent.metadata();
        boolean patched = context.request().body() instanceof Body.Patch; // of which validation looks at the uid
        if (!patched) {
            checkUid(context, metadata, old.uidOrEmpty());
        }
        var version = metadata.resourceVersion();
        if (version == null || version.equals("0")) { // 0 asks for no particular one
            if (context.type().dynamic() || !rules.of(sent).allowsUnconditionalUpdate()) {
                throw ApiErrors.invalid(
                        context.type().group(),
                        context.type().plural(),
                        context.request().name(),
                        List.of(FieldError.invalid(
                                FieldPath.of("metadata", "resourceVersion"), 0L, "must be specified for an update")));
            }
        } else if (!version.equals(old.resourceVersion())) {
            throw ApiErrors.modified(Keys.resource(context), context.request().name());
        }
    }

    /**
     * What a client leaves out stays, and so does the time of creation; what else must not change but was sent otherwise is
     * for validation to refuse.
     */
    private ObjectMeta keepWhatClientsMayNotChange(ObjectMeta sent, ObjectMeta old) {
        return ObjectMetaBuilder.builder(sent)
                .namespace(old.namespace())
                .labels(labels.of(sent.labels()))
                .uid(sent.uid() == null ? old.uid() : sent.uid())
                .resourceVersion(old.resourceVersion())
                .creationTimestamp(old.creationTimestamp())
                .deletionTimestamp(old.deletionTimestamp() == null ? sent.deletionTimestamp() : old.deletionTimestamp())
                .deletionGracePeriodSeconds(
                        sent.deletionGracePeriodSeconds() == null
                                ? old.deletionGracePeriodSeconds()
                                : sent.deletionGracePeriodSeconds())
                .generation(old.generation())
                .generateName(sent.generateName() == null ? old.generateName() : sent.generateName())
                .selfLink(null)
                .build();
    }
}
