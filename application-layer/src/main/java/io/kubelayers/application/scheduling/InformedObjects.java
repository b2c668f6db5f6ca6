package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.DisruptionBudgets;
import io.kubelayers.application.scheduling.framework.StorageClasses;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Optional;

/** The objects of a running cluster, as its informers and higher layers tell. */
final class InformedObjects implements ClusterObjects {
    private final Informers informers;
    private final StorageClasses storageClasses;
    private final DisruptionBudgets disruptionBudgets;

    private InformedObjects(Informers informers, StorageClasses storageClasses, DisruptionBudgets disruptionBudgets) {
        this.informers = informers;
        this.storageClasses = storageClasses;
        this.disruptionBudgets = disruptionBudgets;
    }

    static InformedObjects of(ControllerContext context) {
        return new InformedObjects(
                context.informers(),
                context.answers().to(StorageClasses.class).orElse(StorageClasses.NONE),
                context.answers().to(DisruptionBudgets.class).orElse(DisruptionBudgets.NONE));
    }

    @Override
    public <T extends KubernetesObject> Optional<T> find(Class<T> kind, String namespace, String name) {
        return informers.lister(kind).get(namespace, name);
    }

    @Override
    public <T extends KubernetesObject> List<T> list(Class<T> kind) {
        return informers.lister(kind).list();
    }

    @Override
    public <T extends KubernetesObject> List<T> list(Class<T> kind, String namespace) {
        return informers.lister(kind).list(namespace);
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
