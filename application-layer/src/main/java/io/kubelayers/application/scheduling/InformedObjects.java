package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.DisruptionBudgets;
import io.kubelayers.application.scheduling.framework.StorageClasses;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.control.Answers;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The objects of a running cluster, as its informers and higher layers tell.
 *
 * <pre>{@code
 * Scheduling.on(nodes, pods).with(InformedObjects.of(cluster)).place(pod);
 * }</pre>
 */
public final class InformedObjects implements ClusterObjects {
    private final Informers informers;
    private final Supplier<TypeRegistry> types;
    private final StorageClasses storageClasses;
    private final DisruptionBudgets disruptionBudgets;

    private InformedObjects(
            Informers informers,
            Supplier<TypeRegistry> types,
            StorageClasses storageClasses,
            DisruptionBudgets disruptionBudgets) {
        this.informers = informers;
        this.types = types;
        this.storageClasses = storageClasses;
        this.disruptionBudgets = disruptionBudgets;
    }

    static InformedObjects of(ControllerContext context) {
        return of(context.informers(), context.answers(), context.client()::types);
    }

    /** Of this cluster, as it is whenever somebody looks. */
    public static InformedObjects of(Cluster cluster) {
        return of(cluster.informers(), cluster.answers(), cluster::types);
    }

    private static InformedObjects of(Informers informers, Answers answers, Supplier<TypeRegistry> types) {
        return new InformedObjects(
                informers,
                types,
                answers.to(StorageClasses.class).orElse(StorageClasses.NONE),
                answers.to(DisruptionBudgets.class).orElse(DisruptionBudgets.NONE));
    }

    /** A cluster need not have the layer that the kind belongs to. */
    private boolean isServed(Class<?> kind) {
        return types.get().byClass(kind).isPresent();
    }

    @Override
    public <T extends KubernetesObject> Optional<T> find(Class<T> kind, String namespace, String name) {
        return isServed(kind) ? informers.lister(kind).get(namespace, name) : Optional.empty();
    }

    @Override
    public <T extends KubernetesObject> List<T> list(Class<T> kind) {
        return isServed(kind) ? informers.lister(kind).list() : List.of();
    }

    @Override
    public <T extends KubernetesObject> List<T> list(Class<T> kind, String namespace) {
        return isServed(kind) ? informers.lister(kind).list(namespace) : List.of();
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
