package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** The object with the replicas that an applied Scale asks for. */
    KubernetesObject applied(RequestContext context, KubernetesObject object, Body.Patch patch) {
        var config = Tree.map(patch.tree());
        if (!"autoscaling/v1".equals(config.get("apiVersion"))) {
            throw ApiErrors.badRequest("Incorrect version specified in apply patch. Specified patch version: "
                    + config.get("apiVersion") + ", expected: autoscaling/v1");
        }
        if (!(Tree.get(config, "spec", "replicas") instanceof Number replicas)) {
            return object;
        }
        return changed(context, object, replicas.intValue(), null);
    }

    /** How many replicas an object wants. */
    long replicas(RequestContext context, KubernetesObject object) {
        return rules(context, object).read(object).spec().replicas();
    }

    /** The object with the replicas that a Scale, or a patch of one, asks for. */
    KubernetesObject changed(RequestContext context, KubernetesObject object, Patches patches) {
        Scale wanted;
        if (context.request().body() instanceof Body.Patch patch) {
            wanted = (Scale) patches.apply(context, patch, read(context, object));
        } else if (context.request().body() instanceof Body.Typed typed && typed.object() instanceof Scale scale) {
            wanted = scale;
        } else {
            throw ApiErrors.badRequest("expected input object type to be Scale");
        }
        return changed(
                context, object, wanted.spec().replicas(), wanted.metadata().resourceVersion());
    }

    private KubernetesObject changed(
            RequestContext context, KubernetesObject object, int replicas, @Nullable String version) {
        if (replicas < 0) {
            throw ApiErrors.invalid(
                    "autoscaling",
                    "Scale",
                    context.request().name(),
                    List.of(FieldError.invalid(
                            FieldPath.of("spec", "replicas"), (long) replicas, "must be greater than or equal to 0")));
        }
        var changed = rules(context, object).withReplicas(object, replicas);
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
