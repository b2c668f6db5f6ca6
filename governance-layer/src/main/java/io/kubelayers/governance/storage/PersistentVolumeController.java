package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.HostPathVolumeSource;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.PersistentVolumeSpecBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives claims their volumes: binds what is there, and makes new ones for classes that provision. The simulated
 * provisioner serves every class; its volumes are directories of a node that does not exist.
 */
public final class PersistentVolumeController implements Reconciler {
    private static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";
    private static final String BIND_COMPLETED = "pv.kubernetes.io/bind-completed";
    /** Who is to make a claim's volume; upstream writes the older name too. */
    private static final List<String> PROVISIONER =
            List.of("volume.beta.kubernetes.io/storage-provisioner", "volume.kubernetes.io/storage-provisioner");

    private static final String BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";

    private final ControllerContext context;

    private PersistentVolumeController(ControllerContext context) {
        this.context = context;
    }

    public static Controller controller() {
        return Controller.named("persistent-volume")
                .reporting("persistentvolume-controller")
                .over(PersistentVolumeClaim.class)
                .watching(PersistentVolume.class, PersistentVolumeController::unboundClaims)
                .watching(StorageClass.class, PersistentVolumeController::unboundClaims)
                .watching(Pod.class, podClaims())
                .reconcile(PersistentVolumeController::new);
    }

    private static <T extends KubernetesObject> Mapping<T> unboundClaims(ControllerContext context) {
        return (change, enqueue) -> {
            for (var claim :
                    context.informers().lister(PersistentVolumeClaim.class).list()) {
                if (!isBound(claim)) {
                    enqueue.accept(Request.of(claim));
                }
            }
        };
    }

    private static Mapping<Pod> podClaims() {
        return (change, enqueue) -> {
            for (var volume : change.object().spec().volumes()) {
                var source = volume.persistentVolumeClaim();
                if (source != null) {
                    enqueue.accept(new Request(change.object().metadata().namespaceOrEmpty(), source.claimName()));
                }
            }
        };
    }

    private static boolean isBound(PersistentVolumeClaim claim) {
        return PersistentVolumeClaim.Phase.BOUND.equals(claim.status().phase());
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(PersistentVolumeClaim.class).get(request.namespace(), request.name());
        if (found.isEmpty() || isBound(found.get()) || found.get().metadata().isBeingDeleted()) {
            return Requeue.never();
        }
        var claim = found.get();
        var storageClass = storageClass(claim);
        var decision = ClaimBinding.of(
                claim, context.informers().lister(PersistentVolume.class).list(), storageClass, consumed(claim));
        switch (decision.outcome()) {
            case BIND -> bind(claim, Objects.requireNonNull(decision.volume()));
            case PROVISION -> provision(claim, Objects.requireNonNull(storageClass));
            case WAIT -> context.events()
                    .normal(claim, storageClass == null ? "FailedBinding" : "WaitForFirstConsumer", decision.explain());
        }
        return Requeue.never();
    }

    /** The class a claim names, or the default one when it says nothing; a claim that names "" wants none. */
    private @Nullable StorageClass storageClass(PersistentVolumeClaim claim) {
        var classes = context.informers().lister(StorageClass.class);
        var name = ClaimClass.of(claim);
        if (name != null) {
            return name.isEmpty() ? null : classes.get("", name).orElse(null);
        }
        return DefaultStorageClass.among(classes.list()).orElse(null);
    }

    /** A scheduler has chosen its pod's node, or somebody who needs no scheduler has. */
    private boolean consumed(PersistentVolumeClaim claim) {
        if (claim.metadata().annotations().containsKey(SELECTED_NODE)) {
            return true;
        }
        for (var pod :
                context.informers().lister(Pod.class).list(claim.metadata().namespaceOrEmpty())) {
            if (pod.spec().nodeName() != null && uses(pod, claim)) {
                return true;
            }
        }
        return false;
    }

    private static boolean uses(Pod pod, PersistentVolumeClaim claim) {
        for (var volume : pod.spec().volumes()) {
            var source = volume.persistentVolumeClaim();
            if (source != null && source.claimName().equals(claim.metadata().name())) {
                return true;
            }
        }
        return false;
    }

    private void provision(PersistentVolumeClaim claim, StorageClass storageClass) {
        var name = "pvc-" + claim.metadata().uid();
        var reclaim = storageClass.reclaimPolicy();
        var volume = PersistentVolumeBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .annotations(Map.of("pv.kubernetes.io/provisioned-by", storageClass.provisioner()))
                        .build())
                .spec(PersistentVolumeSpecBuilder.builder()
                        .capacity(Map.of("storage", ClaimBinding.request(claim)))
                        .hostPath(new HostPathVolumeSource("/var/lib/kubelayers/" + name, null))
                        .accessModes(claim.spec().accessModes())
                        .persistentVolumeReclaimPolicy(reclaim == null ? "Delete" : reclaim)
                        .storageClassName(storageClass.metadata().name())
                        .volumeMode(claim.spec().volumeMode())
                        .build())
                .build();
        var announced = announced(claim, storageClass);
        var there = context.client().on(PersistentVolume.class).find("", name);
        bind(announced, there.orElseGet(() -> made(announced, volume, storageClass)));
    }

    private PersistentVolumeClaim announced(PersistentVolumeClaim claim, StorageClass storageClass) {
        var annotations = new TreeMap<>(claim.metadata().annotations());
        for (var name : PROVISIONER) {
            annotations.put(name, storageClass.provisioner());
        }
        return annotations.equals(claim.metadata().annotations())
                ? claim
                : context.client().update(claim.withMetadata(claim.metadata().withAnnotations(annotations)));
    }

    /** What the volume controller tells when it waits for a provisioner, and what that one tells. */
    private PersistentVolume made(PersistentVolumeClaim claim, PersistentVolume volume, StorageClass storageClass) {
        var provisioner = storageClass.provisioner();
        context.events()
                .normal(
                        claim,
                        "ExternalProvisioning",
                        "Waiting for a volume to be created either by the external provisioner '" + provisioner
                                + "' or manually by the system administrator. If volume creation is delayed, please verify"
                                + " that the provisioner is running and correctly registered.");
        var events = context.events().from(provisioner);
        events.normal(
                claim,
                "Provisioning",
                "External provisioner is provisioning volume for claim \""
                        + claim.metadata().namespaceOrEmpty() + "/"
                        + claim.metadata().nameOrEmpty() + "\"");
        var made = context.client().create(volume);
        events.normal(
                claim,
                "ProvisioningSucceeded",
                "Successfully provisioned volume " + volume.metadata().nameOrEmpty());
        return made;
    }

    /** The volume first, so that nobody else can have it, then the claim. */
    private void bind(PersistentVolumeClaim claim, PersistentVolume volume) {
        var taken = volume.spec().claimRef() != null && volume.spec().claimRef().uid() != null
                ? volume
                : context.client().update(volume.withSpec(volume.spec().withClaimRef(reference(claim))));
        context.client().updateStatus(taken.withStatus(taken.status().withPhase(PersistentVolume.Phase.BOUND)));
        var annotations = new TreeMap<>(claim.metadata().annotations());
        annotations.put(BIND_COMPLETED, "yes");
        if (claim.spec().volumeName() == null) {
            annotations.put(BOUND_BY_CONTROLLER, "yes");
        }
        var bound = context.client()
                .update(claim.withMetadata(claim.metadata().withAnnotations(annotations))
                        .withSpec(claim.spec().withVolumeName(volume.metadata().name())));
        context.client()
                .updateStatus(bound.withStatus(bound.status()
                        .withPhase(PersistentVolumeClaim.Phase.BOUND)
                        .withAccessModes(volume.spec().accessModes())
                        .withCapacity(volume.spec().capacity())));
    }

    private static ObjectReference reference(PersistentVolumeClaim claim) {
        return ObjectReferenceBuilder.builder()
                .kind("PersistentVolumeClaim")
                .apiVersion("v1")
                .namespace(claim.metadata().namespace())
                .name(claim.metadata().name())
                .uid(claim.metadata().uid())
                .resourceVersion(claim.metadata().resourceVersion())
                .build();
    }
}
