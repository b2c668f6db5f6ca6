package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.selector.FieldSelector;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.function.Predicate;

/**
 * Which objects of a collection a request is about.
 *
 * @param labels label selector
 * @param fields field selector
 */
record Selection(Selector labels, FieldSelector fields) {
    /**
     * Reads the selectors of a request.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if they can't be read, or name a field that can't be
     *     selected by
     */
    static Selection of(ResourceType type, RequestOptions options) {
        var labels = options.labelSelector();
        var fields = options.fieldSelector();
        return new Selection(
                labels == null || labels.isEmpty() ? Selector.everything() : labels(labels),
                fields == null || fields.isEmpty() ? FieldSelector.everything() : fields(type, fields));
    }

    private static Selector labels(String text) {
        try {
            return Selector.parse(text);
        } catch (InvalidSelectorException e) {
            throw ApiErrors.badRequest("unable to parse requirement: " + e.getMessage());
        }
    }

    private static FieldSelector fields(ResourceType type, String text) {
        FieldSelector selector;
        try {
            selector = FieldSelector.parse(text);
        } catch (InvalidSelectorException e) {
            throw ApiErrors.badRequest(String.valueOf(e.getMessage()));
        }
        for (var requirement : selector.requirements()) {
            var field = requirement.field();
            if (!field.equals("metadata.name")
                    && !field.equals("metadata.namespace")
                    && !type.fieldSelectors().contains(field)) {
                throw ApiErrors.badRequest(unknown(type, field));
            }
        }
        return selector;
    }

    /** What upstream says depends on who wrote the conversion of the kind's labels. */
    private static String unknown(ResourceType type, String field) {
        if (type.record() != null && type.fieldSelectors().isEmpty()) {
            return "\"" + field + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"";
        }
        if (type.group().equals("batch")) {
            return "field label \"" + field + "\" not supported for " + type.kind();
        }
        return type.group().equals("resource.k8s.io")
                ? "field label not supported for " + type.apiVersion() + ", Kind=" + type.kind() + ": " + field
                : "field label not supported: " + field;
    }

    boolean selectsAll() {
        return labels.isEverything() && fields.isEverything();
    }

    boolean matches(KubernetesObject object) {
        return (labels.isEverything() || labels.matches(object.metadata().labels())) && matchesFields(object);
    }

    /** The same as {@link #matches}, for one thread that asks of many objects. */
    Predicate<KubernetesObject> ofMany() {
        if (labels.isEverything()) {
            return this::matchesFields;
        }
        var known = new LabelMatches(labels);
        return object -> known.matches(object.metadata().labels()) && matchesFields(object);
    }

    private boolean matchesFields(KubernetesObject object) {
        return fields.isEverything() || fields.matches(field -> SelectableFields.value(object, field));
    }
}
