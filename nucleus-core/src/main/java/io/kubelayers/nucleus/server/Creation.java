package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.runtime.Runtime;
import org.jspecify.annotations.Nullable;

/** What a new object looks like when it is stored (apiserver {@code registry/rest/create.go}). */
final class Creation {
    /** Longest generated base, so that with its suffix a name stays a DNS label. */
    private static final int MOST_BASE = 58;

    private static final int SUFFIX = 5;

    static final String OTHER_NAMESPACE =
            "the namespace of the provided object does not match the namespace sent on the request";

    private final Rules rules;
    private final Runtime runtime;
    private final SharedLabels labels;

    Creation(Rules rules, Runtime runtime, SharedLabels labels) {
        this.rules = rules;
        this.runtime = runtime;
        this.labels = labels;
    }

    /** What was sent without what only the server says of an object; nobody comes to own that. */
    static KubernetesObject withoutSystemFields(KubernetesObject sent) {
        var metadata = sent.metadata();
        if (metadata.creationTimestamp() == null
                && metadata.selfLink() == null
                && metadata.uid() == null
                && metadata.deletionTimestamp() == null
                && metadata.deletionGracePeriodSeconds() == null) {
            return sent;
        }
        return sent.withMetadata(ObjectMetaBuilder.builder(metadata)
                .creationTimestamp(null)
                .uid(null)
                .deletionTimestamp(null)
                .deletionGracePeriodSeconds(null)
                .selfLink(null)
                .build());
    }

    /**
     * The object in the namespace of the request.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if it says that it is in another
     */
    static KubernetesObject placed(RequestContext context, KubernetesObject sent) {
        var namespace = context.request().namespace();
        var own = sent.metadata().namespaceOrEmpty();
        if (!context.type().namespaced() || namespace.isEmpty() || own.equals(namespace)) {
            return sent;
        }
        if (!own.isEmpty()) {
            throw ApiErrors.badRequest(OTHER_NAMESPACE);
        }
        return sent.withMetadata(sent.metadata().withNamespace(namespace));
    }

    KubernetesObject prepare(RequestContext context, KubernetesObject sent) {
        var metadata = sent.metadata();
        var namespace = namespace(context, metadata);
        var name = name(context, metadata, rules.of(sent));
        context.request(context.request()
                .withNamespace(namespace == null ? "" : namespace)
                .withName(name == null ? "" : name));
        var first = ObjectMetaBuilder.builder(metadata)
                .name(name)
                .namespace(namespace)
                .uid(runtime.newUid())
                .creationTimestamp(runtime.timestamp())
                .generation(Generations.counts(context.type(), rules.of(sent)) ? 1 : metadata.generation())
                .build();
        var object = sent.withMetadata(first);
        if (context.type().subresource("status").isPresent()
                && !rules.of(object).keepsStatusOnCreate()
                && !rules.of(object).storesStatusWithObject()) {
            object = ObjectParts.withoutStatus(object);
        }
        rules.of(object).warningsOfSent(object).forEach(context::warnOnceValid);
        var prepared = rules.prepareForCreate(object, context.user());
        if (prepared.metadata().name() != null) {
            context.request(context.request().withName(prepared.metadata().nameOrEmpty()));
        }
        // not before the kind has prepared it: of a Job it counts whether the labels are those of its template
        return labels.sharedBy(prepared);
    }

    private @Nullable String namespace(RequestContext context, ObjectMeta metadata) {
        var path = context.request().namespace();
        if (!context.type().namespaced()) {
            return null;
        }
        var own = metadata.namespace();
        if (own != null && !path.isEmpty() && !own.equals(path)) {
            throw ApiErrors.badRequest(OTHER_NAMESPACE);
        }
        if (path.isEmpty() && own == null) {
            throw ApiErrors.badRequest("namespace is required");
        }
        return own != null ? own : path;
    }

    private @Nullable String name(RequestContext context, ObjectMeta metadata, KindRules<?> kind) {
        var path = context.request().name();
        if (metadata.name() != null || metadata.generateName() == null) {
            return metadata.name() == null && !path.isEmpty() ? path : metadata.name();
        }
        context.wasNamed(true);
        var base = metadata.generateName();
        if (!kind.endsGeneratedNamesAtRandom()) {
            return base;
        }
        return (base.length() > MOST_BASE ? base.substring(0, MOST_BASE) : base) + runtime.nameSuffix(SUFFIX);
    }
}
