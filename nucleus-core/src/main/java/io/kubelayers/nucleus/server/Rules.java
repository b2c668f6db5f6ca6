package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The rules of every kind, by record class; kinds without rules of their own get the ordinary ones. */
final class Rules {
    private static final KindRules<KubernetesObject> ORDINARY = () -> KubernetesObject.class;

    private final Map<Class<?>, KindRules<KubernetesObject>> byType = new HashMap<>();

    @SuppressWarnings("unchecked")
    Rules(Collection<KindRules<?>> rules) {
        for (var rule : rules) {
            byType.put(rule.type(), (KindRules<KubernetesObject>) rule);
        }
    }

    KindRules<KubernetesObject> of(KubernetesObject object) {
        return byType.getOrDefault(object.getClass(), ORDINARY);
    }
}
