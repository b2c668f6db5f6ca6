package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.customresource.CustomScale;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The scale subresource of every kind that has one. */
final class Scales {
    private final Map<Class<?>, ScaleRules<KubernetesObject>> byType = new HashMap<>();
    private final Supplier<CustomKinds> custom;

    @SuppressWarnings("unchecked")
    Scales(Collection<ScaleRules<?>> rules, Supplier<CustomKinds> custom) {
        this.custom = custom;
        for (var rule : rules) {
            byType.put(rule.type(), (ScaleRules<KubernetesObject>) rule);
        }
    }

    boolean isScale(RequestContext context) {
        return context.request().subresource().equals("scale");
    }

    /** The scale of a stored object. */
    Scale read(RequestContext context, KubernetesObject object) {
        var scale = plain(context, object);
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
        if (!(Tree.get(config, "spec", "replicas") instanceof Number replicas)) {
            return object;
        }
        return changed(context, object, replicas.intValue(), null);
    }

    /** The same, 0 if it is not said at all. */
    long number(RequestContext context, KubernetesObject object) {
        if (object instanceof DynamicObject dynamic) {
            var replicas = custom(context).replicas(dynamic);
            return replicas == null ? 0 : replicas;
        }
        return replicas(context, object);
    }

    /** The names that lead to that number. */
    List<String> path(RequestContext context) {
        if (!context.type().dynamic()) {
            return List.of("spec", "replicas");
        }
        return List.of(custom(context).specReplicasPath().substring(1).split("\\."));
    }

    /** How many replicas an object wants. */
    long replicas(RequestContext context, KubernetesObject object) {
        return plain(context, object).spec().replicas();
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
        var changed = changed(
                context, object, wanted.spec().replicas(), wanted.metadata().resourceVersion());
        var uid = wanted.metadata().uid();
        if (uid == null || uid.equals(object.metadata().uid())) {
            return changed;
        }
        if (context.request().body() instanceof Body.Patch && !context.type().dynamic()) {
            var resource = Keys.resource(context);
            throw ApiErrors.conflict(
                    new ApiErrors.Resource(resource.group(), resource.plural() + "/scale"),
                    context.request().name(),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: "
                            + object.metadata().uid());
        }
        return changed.withMetadata(changed.metadata().withUid(uid)); // a precondition of the update
    }

    private KubernetesObject changed(
            RequestContext context, KubernetesObject object, int replicas, @Nullable String version) {
        if (replicas < 0 && !(object instanceof DynamicObject)) {
            throw ApiErrors.invalid(
                    "autoscaling",
                    "Scale",
                    context.request().name(),
                    List.of(FieldError.invalid(
                            FieldPath.of("spec", "replicas"), (long) replicas, "must be greater than or equal to 0")));
        }
        KubernetesObject changed = object instanceof DynamicObject dynamic
                ? custom(context).withReplicas(dynamic, replicas)
                : rules(context, object).withReplicas(object, replicas);
        return version == null
                ? changed
                : changed.withMetadata(changed.metadata().withResourceVersion(version));
    }

    private Scale plain(RequestContext context, KubernetesObject object) {
        return object instanceof DynamicObject dynamic
                ? read(custom(context), dynamic)
                : rules(context, object).read(object);
    }

    private static Scale read(CustomScale paths, DynamicObject object) {
        var replicas = paths.replicas(object);
        if (replicas == null) {
            throw ApiErrors.internal("the spec replicas field \"" + paths.specReplicasPath() + "\" does not exist");
        }
        return new Scale(
                ObjectMeta.EMPTY,
                new Scale.Spec(replicas),
                new Scale.Status(paths.statusReplicas(object), paths.selector(object)));
    }

    private CustomScale custom(RequestContext context) {
        var version = custom.get().of(context.type());
        if (version == null || version.scale() == null) {
            throw Keys.notFound(context);
        }
        return version.scale();
    }

    private ScaleRules<KubernetesObject> rules(RequestContext context, KubernetesObject object) {
        var rules = byType.get(object.getClass());
        if (rules == null) {
            throw ApiErrors.notFound(Keys.resource(context), context.request().name());
        }
        return rules;
    }
}
