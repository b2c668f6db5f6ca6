package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scale subresource of every kind that has one. */
final class Scales {
    private final Map<Class<?>, ScaleRules<KubernetesObject>> byType = new HashMap<>();

    @SuppressWarnings("unchecked")
    Scales(Collection<ScaleRules<?>> rules) {
        for (var rule : rules) {
            byType.put(rule.type(), (ScaleRules<KubernetesObject>) rule);
        }
    }

    boolean isScale(RequestContext context) {
        return context.request().subresource().equals("scale");
    }

    /** The scale of a stored object. */
    Scale read(RequestContext context, KubernetesObject object) {
        var scale = rules(context, object).read(object);
        return scale.withMetadata(scale.metadata()
                .withName(object.metadata().name())
                .withNamespace(object.metadata().namespace())
                .withUid(object.metadata().uid())
                .withResourceVersion(object.metadata().resourceVersion())
                .withCreationTimestamp(object.metadata().creationTimestamp()));
    }

    /** The object with the replicas that a Scale, or a patch of one, asks for. */
    KubernetesObject changed(RequestContext context, KubernetesObject object, Patches patches) {
        var rule = rules(context, object);
        Scale wanted;
        if (context.request().body() instanceof Body.Patch patch) {
            wanted = (Scale) patches.apply(context, patch, read(context, object));
        } else if (context.request().body() instanceof Body.Typed typed && typed.object() instanceof Scale scale) {
            wanted = scale;
        } else {
            throw ApiErrors.badRequest("expected input object type to be Scale");
        }
        if (wanted.spec().replicas() < 0) {
            throw ApiErrors.invalid(
                    "autoscaling",
                    "Scale",
                    context.request().name(),
                    List.of(FieldError.invalid(
                            FieldPath.of("spec", "replicas"),
                            (long) wanted.spec().replicas(),
                            "must be greater than or equal to 0")));
        }
        var version = wanted.metadata().resourceVersion();
        var changed = rule.withReplicas(object, wanted.spec().replicas());
        return version == null
                ? changed
                : changed.withMetadata(changed.metadata().withResourceVersion(version));
    }

    private ScaleRules<KubernetesObject> rules(RequestContext context, KubernetesObject object) {
        var rules = byType.get(object.getClass());
        if (rules == null) {
            throw ApiErrors.notFound(Keys.resource(context), context.request().name());
        }
        return rules;
    }
}
