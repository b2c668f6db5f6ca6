package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The rules of every kind, by record class; kinds without rules of their own get the ordinary ones. */
final class Rules {
    private static final KindRules<KubernetesObject> ORDINARY = () -> KubernetesObject.class;

    private final Map<Class<?>, KindRules<KubernetesObject>> byType = new HashMap<>();

    private final TypeDefaults defaults;

    @SuppressWarnings("unchecked")
    Rules(Collection<KindRules<?>> rules, TypeDefaults defaults) {
        this.defaults = defaults;
        for (var rule : rules) {
            byType.put(rule.type(), (KindRules<KubernetesObject>) rule);
        }
    }

    /** The object with the defaults of its types, then those of its kind. */
    KubernetesObject defaulted(KubernetesObject object) {
        return of(object).defaulted(defaults.apply(object));
    }

    /** What a create stores of what was sent. */
    KubernetesObject prepareForCreate(KubernetesObject object, UserInfo user) {
        var kind = of(object);
        return kind.prepareForCreate(kind.gatedFields().dropped(object, null), user);
    }

    KindRules<KubernetesObject> of(KubernetesObject object) {
        return of(object.getClass());
    }

    KindRules<KubernetesObject> of(Class<?> kind) {
        return byType.getOrDefault(kind, ORDINARY);
    }
}
