package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Converts between the served versions of a kind and the one in which its objects are held. */
final class Versions {
    private final Map<Class<?>, VersionConverter<KubernetesObject, KubernetesObject>> byServed = new HashMap<>();
    private final Supplier<CustomKinds> custom;

    @SuppressWarnings("unchecked")
    Versions(Collection<VersionConverter<?, ?>> converters, Supplier<CustomKinds> custom) {
        this.custom = custom;
        for (var converter : converters) {
            byServed.put(converter.served(), (VersionConverter<KubernetesObject, KubernetesObject>) converter);
        }
    }

    KubernetesObject toHub(KubernetesObject object) {
        var converter = byServed.get(object.getClass());
        return converter == null ? object : converter.toHub(object);
    }

    /** The object as the store holds it. */
    KubernetesObject held(ResourceType type, KubernetesObject object) {
        return type.dynamic() ? custom.get().held(type, object) : object;
    }

    /** How held objects look to clients of that resource, for those who look at many. */
    UnaryOperator<KubernetesObject> serving(ResourceType type) {
        var converter = type.record() == null ? null : byServed.get(type.record());
        if (converter != null) {
            return converter::fromHub;
        }
        return type.dynamic() ? held -> custom.get().asServed(type, held) : UnaryOperator.identity();
    }

    /** The held object as a client of that resource sees it. */
    KubernetesObject asServed(ResourceType type, KubernetesObject held) {
        var converter = type.record() == null ? null : byServed.get(type.record());
        return converter == null ? custom.get().asServed(type, held) : converter.fromHub(held);
    }
}
