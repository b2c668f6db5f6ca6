package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The controllers that let claims and volumes go when nobody uses them any more, and protect those that were made without
 * the finalizer.
 */
public final class ProtectionControllers {
    private ProtectionControllers() {}

    /** Both. */
    public static List<Controller> all() {
        return List.of(
                Controller.named("pvc-protection")
                        .over(PersistentVolumeClaim.class)
                        .watching(Pod.class, ProtectionControllers::claimsOf)
                        .reconcile(context -> request -> claim(context, request)),
                Controller.named("pv-protection")
                        .over(PersistentVolume.class)
                        .reconcile(context -> request -> volume(context, request)));
    }

    /** Pods matter when they go or end; a pod that comes only ever keeps a claim. */
    private static void claimsOf(Change<Pod> change, Consumer<Request> enqueue) {
        var pod = change.object();
        if (pod.spec().volumes().isEmpty()) {
            return;
        }
        for (var volume : pod.spec().volumes()) {
            if (volume.persistentVolumeClaim() != null) {
                enqueue.accept(new Request(
                        pod.metadata().namespaceOrEmpty(),
                        volume.persistentVolumeClaim().claimName()));
            } else if (volume.ephemeral() != null) {
                enqueue.accept(new Request(
                        pod.metadata().namespaceOrEmpty(), pod.metadata().nameOrEmpty() + "-" + volume.name()));
            }
        }
    }

    private static Requeue claim(ControllerContext context, Request request) {
        var found = context.informers().lister(PersistentVolumeClaim.class).get(request.namespace(), request.name());
        if (found.isPresent()) {
            var claim = found.get();
            protect(
                    context,
                    claim,
                    Protection.CLAIM,
                    () -> Protection.ofClaim(
                            claim, context.informers().lister(Pod.class).list(request.namespace())));
        }
        return Requeue.never();
    }

    private static Requeue volume(ControllerContext context, Request request) {
        var found = context.informers().lister(PersistentVolume.class).get("", request.name());
        found.ifPresent(volume -> protect(context, volume, Protection.VOLUME, () -> Protection.ofVolume(volume)));
        return Requeue.never();
    }

    private static void protect(
            ControllerContext context, KubernetesObject object, String finalizer, Supplier<Protection> protection) {
        var finalizers = object.metadata().finalizers();
        boolean has = finalizers.contains(finalizer);
        var changed = new ArrayList<>(finalizers);
        if (!object.metadata().isBeingDeleted() && !has) {
            changed.add(finalizer);
        } else if (object.metadata().isBeingDeleted()
                && has
                && !protection.get().inUse()) {
            changed.remove(finalizer);
        } else {
            return;
        }
        context.client().update(object.withMetadata(object.metadata().withFinalizers(changed)));
    }
}
