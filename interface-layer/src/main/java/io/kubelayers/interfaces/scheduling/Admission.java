package io.kubelayers.interfaces.scheduling;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.expansion.WorkloadPods;
import io.kubelayers.application.scheduling.PriorityClass;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.limitrange.LimitRange;
import io.kubelayers.governance.storage.PersistentVolumeController;
import io.kubelayers.governance.storage.StorageClass;
import io.kubelayers.interfaces.scheduling.GivenCluster.Refusal;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.Located;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.RuntimeClass;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has manifests admitted by an API server of this process that knows what a dump tells: its limits, priorities and
 * classes.
 *
 * <p>No quotas are held: their use is what controllers count, and none run. Nodes are taken to be well. Volumes that are provisioned at once are
 * made, as the driver of a cluster would.
 */
final class Admission implements AutoCloseable {
    /** What admission reads of other objects; applied first, so that their place in the files does not matter. */
    private static final List<Class<?>> READ_BY_ADMISSION =
            List.of(Namespace.class, PriorityClass.class, LimitRange.class, StorageClass.class, RuntimeClass.class);

    /** What the server or its volume controller adds to manifests. */
    private static final List<Class<? extends KubernetesObject>> PROVIDED =
            List.of(Namespace.class, StorageClass.class, PersistentVolumeClaim.class, PersistentVolume.class);

    private record Admitted(Located manifest, KubernetesObject object) {}

    private final Cluster cluster;
    private final Consumer<Refusal> refusals;
    private final List<Admitted> admitted = new ArrayList<>();
    private final Replaced replaced = new Replaced();

    private Admission(Cluster cluster, Consumer<Refusal> refusals) {
        this.cluster = cluster;
        this.refusals = refusals;
    }

    static Admission given(Collection<KubernetesObject> stored, Consumer<Refusal> refusals) {
        boolean classes = stored.stream().anyMatch(StorageClass.class::isInstance);
        var governance = GovernanceLayer.standard();
        var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), classes ? governance.withoutStorageClass() : governance)
                .withoutControllers()
                .controller(PersistentVolumeController.controller())
                .withoutAdmission(List.of("ServiceAccount", "ResourceQuota", "TaintNodesByCondition"))
                .start();
        var admission = new Admission(cluster, refusals);
        for (var object : stored) {
            if (READ_BY_ADMISSION.contains(object.getClass())) {
                admission.know(object);
            }
        }
        return admission;
    }

    private Client client() {
        return cluster.client();
    }

    /** Takes over what another cluster has accepted, as if it were new. */
    private void know(KubernetesObject object) {
        var metadata = object.metadata();
        var type = client().types().typeOf(object);
        try {
            ensureNamespace(metadata.namespaceOrEmpty());
            if (client().on(type)
                    .find(metadata.namespaceOrEmpty(), metadata.nameOrEmpty())
                    .isEmpty()) {
                client().on(type)
                        .create(object.withMetadata(ObjectMetaBuilder.builder()
                                .namespace(metadata.namespace())
                                .name(metadata.name())
                                .labels(metadata.labels())
                                .annotations(metadata.annotations())
                                .build()));
            }
        } catch (ApiException refusal) {
            refusals.accept(
                    new Refusal(type.kind() + " " + metadata.nameOrEmpty() + " of the dump", refusal.explain()));
        }
    }

    private void ensureNamespace(String name) {
        var namespaces = client().on(Namespace.class);
        if (!name.isEmpty() && namespaces.find("", name).isEmpty()) {
            namespaces.create(new Namespace(
                    ObjectMetaBuilder.builder().name(name).build(), Namespace.Spec.EMPTY, Namespace.Status.EMPTY));
        }
    }

    /** Creates the objects; those that admission reads before the others. */
    void admit(List<Located> manifests) {
        for (var manifest : manifests) {
            if (READ_BY_ADMISSION.contains(manifest.value().getClass())) {
                admit(manifest);
            }
        }
        for (var manifest : manifests) {
            if (!READ_BY_ADMISSION.contains(manifest.value().getClass())) {
                admit(manifest);
            }
        }
    }

    private void admit(Located manifest) {
        var kind = Codec.of(client().types()).kindOf(manifest.value());
        var type = client().types().byKind(kind);
        if (type.isEmpty()) {
            return; // a custom resource is no concern of the scheduler
        }
        try {
            var object = create(manifest.value(), type.get());
            admitted.add(new Admitted(manifest, object));
            replaced.by(object, kind.kind());
        } catch (ApiException refusal) {
            refused(manifest, refusal, "");
        }
    }

    private void refused(Located manifest, ApiException refusal, String pod) {
        var details = refusal.status().details();
        var field = details == null || details.causes().isEmpty() || !pod.isEmpty()
                ? null
                : details.causes().get(0).field();
        var location = field == null ? manifest.location() : manifest.location(field);
        refusals.accept(new Refusal(location.source() + ":" + location.line(), pod + refusal.explain()));
    }

    private KubernetesObject create(KubernetesObject object, ResourceType type) {
        var metadata = object.metadata();
        boolean homeless = type.namespaced() && metadata.namespaceOrEmpty().isEmpty();
        var placed = homeless ? object.withMetadata(metadata.withNamespace("default")) : object;
        ensureNamespace(placed.metadata().namespaceOrEmpty());
        // what every server has may come from a manifest too, as it does with kubectl apply
        boolean isOwn = !replaced.has(placed, type.kind());
        var resource = client().on(type);
        var known = isOwn || READ_BY_ADMISSION.contains(object.getClass())
                ? resource.find(
                        placed.metadata().namespaceOrEmpty(), placed.metadata().nameOrEmpty())
                : Optional.<KubernetesObject>empty();
        if (known.isEmpty()) {
            return resource.create(placed);
        }
        var version = known.get().metadata().resourceVersion();
        return resource.update(placed.withMetadata(placed.metadata().withResourceVersion(version)));
    }

    /** The objects as the server stored them. */
    List<KubernetesObject> admitted() {
        return admitted.stream().map(Admitted::object).toList();
    }

    /** Whether an object of the dump gives way to a manifest. */
    boolean replaces(KubernetesObject object) {
        return replaced.has(object, Codec.of(client().types()).kindOf(object).kind());
    }

    /** The pods of the workloads, admitted, and what else their controllers make. */
    List<KubernetesObject> expand(Collection<Node> nodes) {
        var made = new ArrayList<KubernetesObject>();
        for (var one : admitted) {
            WorkloadPods.of(one.object(), nodes).ifPresent(workload -> expand(one.manifest(), workload, made));
        }
        return made;
    }

    private void expand(Located manifest, WorkloadPods workload, List<KubernetesObject> made) {
        var name = "";
        try {
            for (var object : workload.beside()) {
                name = object.metadata().nameOrEmpty();
                made.add(object instanceof PersistentVolumeClaim claim ? client().create(claim) : object);
            }
            for (var pod : workload.pods()) {
                name = pod.metadata().nameOrEmpty();
                made.add(client().on(pod).create(pod, RequestOptions.dryRunOnly()));
            }
        } catch (ApiException refusal) {
            refused(manifest, refusal, "creating " + name + ": ");
        }
    }

    /** Namespaces, classes, claims and volumes as they are by now. */
    List<KubernetesObject> provided() {
        cluster.settle();
        var provided = new ArrayList<KubernetesObject>();
        for (var kind : PROVIDED) {
            provided.addAll(cluster.lister(kind).list());
        }
        return provided;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
