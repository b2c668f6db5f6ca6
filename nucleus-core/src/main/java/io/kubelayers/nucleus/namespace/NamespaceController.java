package io.kubelayers.nucleus.namespace;

import io.kubelayers.nucleus.aggregation.LocalServices;
import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptions.DeletionPropagation;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.ServedVersions;
import io.kubelayers.nucleus.types.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Empties namespaces that are being deleted and then lets them go: every object of every kind is deleted; while some
 * linger on finalizers or grace, the namespace's conditions say which (pkg/controller/namespace/deletion). While an
 * APIService is registered for a server that does not answer, nobody knows what else there is, and the namespace waits.
 */
public final class NamespaceController implements Reconciler {
    /** How long to wait before looking again at content that is still going away. */
    private static final Duration RECHECK = Duration.ofSeconds(1);

    private final ControllerContext context;

    private NamespaceController(ControllerContext context) {
        this.context = context;
    }

    public static Controller controller() {
        return Controller.named("namespace")
                .over(Namespace.class)
                .watching(APIService.class, context -> (change, enqueue) -> {
                    for (var namespace :
                            context.informers().lister(Namespace.class).list()) {
                        if (namespace.metadata().isBeingDeleted()) {
                            enqueue.accept(Request.of(namespace));
                        }
                    }
                })
                .reconcile(NamespaceController::new);
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(Namespace.class).get("", request.name());
        if (found.isEmpty() || !found.get().metadata().isBeingDeleted()) {
            return Requeue.never();
        }
        var namespace = found.get();
        if (!namespace.spec().finalizers().contains(NamespaceLifecycle.FINALIZER)) {
            return Requeue.never();
        }
        var types = stored();
        types.forEach(type -> empty(type, request.name()));
        var remaining = remaining(types, request.name());
        var unknown = unknown();
        var conditions = NamespaceConditions.of(
                namespace, remaining, unknown, context.runtime().timestamp());
        var current = conditions.equals(namespace.status().conditions())
                ? namespace
                : context.client()
                        .updateStatus(namespace.withStatus(namespace.status().withConditions(conditions)));
        if (!remaining.isEmpty()) {
            return Requeue.after(RECHECK);
        }
        if (!unknown.isEmpty()) {
            return Requeue.never(); // until an APIService changes
        }
        finish(current);
        return Requeue.never();
    }

    /** The versions that are registered for servers elsewhere. */
    private SortedSet<String> unknown() {
        var here = context.answers().to(ServedVersions.class).orElse((group, version) -> false);
        var unknown = new TreeSet<String>();
        for (var service : context.informers().lister(APIService.class).list()) {
            var version = LocalServices.version(service);
            if (service.spec().service() != null && !here.serves(version.group(), version.version())) {
                unknown.add(version.toString());
            }
        }
        return unknown;
    }

    private List<ResourceType> stored() {
        var types = new ArrayList<ResourceType>();
        var seen = new LinkedHashSet<String>();
        for (var type : context.client().types().resources()) {
            if (type.namespaced()
                    && type.served()
                    && type.verbs().contains("deletecollection")
                    && seen.add(type.storageResource())) {
                types.add(type);
            }
        }
        return types;
    }

    private void empty(ResourceType type, String namespace) {
        if (context.informers().lister(type).list(namespace).isEmpty()) {
            return;
        }
        var options = DeleteOptionsBuilder.builder()
                .propagationPolicy(DeletionPropagation.BACKGROUND)
                .build();
        context.client().on(type).deleteCollection(namespace, RequestOptions.NONE, options);
    }

    private List<NamespaceConditions.Remaining> remaining(List<ResourceType> types, String namespace) {
        var remaining = new ArrayList<NamespaceConditions.Remaining>();
        for (var type : types) {
            var objects = context.informers().lister(type).list(namespace);
            if (!objects.isEmpty()) {
                remaining.add(new NamespaceConditions.Remaining(type.groupResource(), objects));
            }
        }
        return remaining;
    }

    private void finish(Namespace namespace) {
        var finalizers = namespace.spec().finalizers().stream()
                .filter(finalizer -> !finalizer.equals(NamespaceLifecycle.FINALIZER))
                .toList();
        try {
            context.client()
                    .on(Namespace.class)
                    .update(
                            namespace.withSpec(namespace.spec().withFinalizers(finalizers)),
                            "finalize",
                            RequestOptions.NONE);
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }
}
