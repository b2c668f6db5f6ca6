package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.DisruptionBudgets;
import io.kubelayers.application.scheduling.framework.StorageClasses;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Objects that were handed in, found by kind and name. Immutable. */
public final class ListedObjects implements ClusterObjects {
    private final Map<Class<?>, TreeMap<String, TreeMap<String, KubernetesObject>>> objects;
    private final StorageClasses storageClasses;
    private final DisruptionBudgets disruptionBudgets;

    private ListedObjects(
            Map<Class<?>, TreeMap<String, TreeMap<String, KubernetesObject>>> objects,
            StorageClasses storageClasses,
            DisruptionBudgets disruptionBudgets) {
        this.objects = objects;
        this.storageClasses = storageClasses;
        this.disruptionBudgets = disruptionBudgets;
    }

    /** These objects; of two with one name the last. */
    public static ListedObjects of(Collection<? extends KubernetesObject> listed) {
        var objects = new HashMap<Class<?>, TreeMap<String, TreeMap<String, KubernetesObject>>>();
        for (var object : listed) {
            objects.computeIfAbsent(object.getClass(), kind -> new TreeMap<>())
                    .computeIfAbsent(object.metadata().namespaceOrEmpty(), namespace -> new TreeMap<>())
                    .put(object.metadata().nameOrEmpty(), object);
        }
        return new ListedObjects(objects, StorageClasses.NONE, DisruptionBudgets.NONE);
    }

    /** With what the governance layer knows of storage. */
    public ListedObjects with(StorageClasses classes) {
        return new ListedObjects(objects, classes, disruptionBudgets);
    }

    /** With what the governance layer knows of disruption budgets. */
    public ListedObjects with(DisruptionBudgets budgets) {
        return new ListedObjects(objects, storageClasses, budgets);
    }

    @Override
    public <T extends KubernetesObject> Optional<T> find(Class<T> kind, String namespace, String name) {
        return Optional.ofNullable(inNamespace(kind, namespace).get(name)).map(kind::cast);
    }

    @Override
    public <T extends KubernetesObject> List<T> list(Class<T> kind) {
        var found = new ArrayList<T>();
        var namespaces = objects.get(kind);
        if (namespaces != null) {
            for (var named : namespaces.values()) {
                named.values().forEach(object -> found.add(kind.cast(object)));
            }
        }
        return found;
    }

    @Override
    public <T extends KubernetesObject> List<T> list(Class<T> kind, String namespace) {
        var found = new ArrayList<T>();
        inNamespace(kind, namespace).values().forEach(object -> found.add(kind.cast(object)));
        return found;
    }

    private Map<String, KubernetesObject> inNamespace(Class<?> kind, String namespace) {
        var namespaces = objects.get(kind);
        var named = namespaces == null ? null : namespaces.get(namespace);
        return named == null ? Collections.emptyMap() : named;
    }

    @Override
    public StorageClasses storageClasses() {
        return storageClasses;
    }

    @Override
    public DisruptionBudgets disruptionBudgets() {
        return disruptionBudgets;
    }
}
