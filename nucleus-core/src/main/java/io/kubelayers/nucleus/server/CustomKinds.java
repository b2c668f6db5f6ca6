package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.customresource.Acceptance;
import io.kubelayers.nucleus.customresource.CustomVersion;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.View;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds that CustomResourceDefinitions add, as they are at one time. Immutable. */
final class CustomKinds {
    private final TypeRegistry types;
    private final Map<String, CustomVersion> versions;
    private final Map<String, ResourceType> heldIn;
    private final Set<String> leaving;

    private CustomKinds(
            TypeRegistry types,
            Map<String, CustomVersion> versions,
            Map<String, ResourceType> heldIn,
            Set<String> leaving) {
        this.types = types;
        this.versions = versions;
        this.heldIn = heldIn;
        this.leaving = leaving;
    }

    static CustomKinds none(TypeRegistry builtIn) {
        return new CustomKinds(builtIn, Map.of(), Map.of(), Set.of());
    }

    /** What the stored definitions serve beside the built-in kinds. */
    static CustomKinds stored(TypeRegistry builtIn, View view, String definitions) {
        var types = builtIn;
        var versions = new HashMap<String, CustomVersion>();
        var heldIn = new HashMap<String, ResourceType>();
        var leaving = new HashSet<String>();
        for (var stored : view.list(Prefix.all(definitions))) {
            if (!(stored.object() instanceof CustomResourceDefinition definition)
                    || !Acceptance.isEstablished(definition)) {
                continue;
            }
            var added = CustomTypes.of(definition);
            types = types.with(added);
            if (definition.spec().versions().size() > 1) {
                CustomTypes.held(definition).ifPresent(type -> heldIn.put(type.storageResource(), type));
            }
            for (var version : definition.spec().versions()) {
                versions.put(
                        key(
                                definition.spec().group(),
                                version.name(),
                                definition.spec().names().plural()),
                        CustomVersion.of(definition, version));
            }
            if (definition.metadata().isBeingDeleted()) {
                leaving.add(definition.metadata().nameOrEmpty());
            }
        }
        return new CustomKinds(types, versions, heldIn, leaving);
    }

    private static String key(String group, String version, String plural) {
        return group + "/" + version + "/" + plural;
    }

    TypeRegistry types() {
        return types;
    }

    /** What its definition says of a kind; null for kinds that are built in. */
    @Nullable
    CustomVersion of(ResourceType type) {
        return versions.isEmpty() ? null : versions.get(key(type.group(), type.version(), type.plural()));
    }

    /** Whether the definition of a kind is being deleted. */
    boolean isLeaving(ResourceType type) {
        return leaving.contains(type.plural() + "." + type.group());
    }

    /** An object that was sent, without what nobody knows and with what was left out. */
    KubernetesObject accepted(RequestContext context, KubernetesObject sent) {
        var version = of(context.type());
        if (version == null || !(sent instanceof DynamicObject object)) {
            return sent;
        }
        var pruned = version.pruned(object);
        if (!pruned.unknown().isEmpty()) {
            var problems = pruned.unknown().stream()
                    .map(path -> "unknown field \"" + path + "\"")
                    .toList();
            switch (context.request().options().fieldValidation()) {
                case STRICT -> throw ApiErrors.badRequest(cannotHandle(context, problems));
                case WARN -> problems.forEach(context::warn);
                case IGNORE -> {}
            }
        }
        return version.defaulted(pruned.object());
    }

    private static String cannotHandle(RequestContext context, List<String> problems) {
        var type = context.type();
        return type.kind() + " in version \"" + type.version() + "\" cannot be handled as a " + type.kind()
                + ": strict decoding error: " + String.join(", ", problems);
    }

    /** The object as the store has it: in the version for storage, without what that doesn't know. */
    KubernetesObject held(ResourceType type, KubernetesObject object) {
        var stored = heldIn.get(type.storageResource());
        if (stored == null || !(object instanceof DynamicObject given) || is(given, stored)) {
            return object;
        }
        var converted = converted(given, stored);
        var version = of(stored);
        return version == null ? converted : version.pruned(converted).object();
    }

    private static boolean is(DynamicObject object, ResourceType type) {
        return object.apiVersion().equals(type.apiVersion());
    }

    /** Conversion None changes the apiVersion alone. */
    private static DynamicObject converted(DynamicObject object, ResourceType type) {
        return new DynamicObject(type.apiVersion(), object.kind(), object.metadata(), object.fields());
    }

    /** A held object, complete as its own version has it, in the version that is asked for. */
    KubernetesObject asServed(ResourceType type, KubernetesObject held) {
        if (!(held instanceof DynamicObject object)) {
            return held;
        }
        var complete = complete(type, object);
        if (is(complete, type)) {
            return complete;
        }
        var version = of(type);
        var converted = converted(complete, type);
        return version == null ? converted : version.pruned(converted).object();
    }

    private DynamicObject complete(ResourceType type, DynamicObject object) {
        var apiVersion = object.apiVersion();
        var name = apiVersion.substring(apiVersion.indexOf('/') + 1);
        var version = versions.get(key(type.group(), name, type.plural()));
        return version == null
                ? object
                : version.pruned(version.defaulted(object)).object();
    }
}
