package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Creates and deletes the pods of a workload, tells about it, and remembers the first refusal.
 *
 * <p>Pods are created in {@link SlowStart} batches: after a batch with a refusal the rest is left for the next attempt.
 */
public final class PodWriter {
    private static final String NAMESPACE_TERMINATING = "NamespaceTerminating";

    private final ControllerContext context;
    private final KubernetesObject owner;
    private @Nullable ApiException error;

    public PodWriter(ControllerContext context, KubernetesObject owner) {
        this.context = context;
        this.owner = owner;
    }

    /** Creates pods, as many as the API lets through. */
    public void create(List<Pod> pods) {
        int done = 0;
        for (int batch : SlowStart.batches(pods.size())) {
            boolean refused = false;
            for (var pod : pods.subList(done, done + batch)) {
                refused |= !create(pod);
            }
            if (refused) {
                return;
            }
            done += batch;
        }
    }

    /** In a namespace that is going away every create fails and nothing is to be done about it. */
    private boolean create(Pod pod) {
        try {
            var created = context.client().create(pod);
            tell(PodEvents.created(created.metadata().nameOrEmpty()));
            return true;
        } catch (ApiException refused) {
            if (!isNamespaceTerminating(refused)) {
                tell(PodEvents.createFailed(refused.explain()));
                keep(refused);
            }
            return false;
        }
    }

    /** Deletes pods; one that is gone already is none the worse. */
    public void delete(List<Pod> pods) {
        for (var pod : pods) {
            try {
                context.client().delete(pod);
                tell(PodEvents.deleted(pod.metadata().nameOrEmpty()));
            } catch (ApiException refused) {
                if (!refused.isNotFound()) {
                    tell(PodEvents.deleteFailed(refused.explain()));
                    keep(refused);
                }
            }
        }
    }

    /** Records an event about the owner. */
    public void tell(WorkloadEvent event) {
        if (event.type().equals(WorkloadEvent.WARNING)) {
            context.events().warning(owner, event.reason(), event.message());
        } else {
            context.events().normal(owner, event.reason(), event.message());
        }
    }

    private void keep(ApiException refused) {
        error = error == null ? refused : error;
    }

    /** The first refusal; null if there was none. */
    public @Nullable ApiException error() {
        return error;
    }

    /** Throws the first refusal, if there was one, so that the request is tried again after a back-off. */
    public void rethrow() {
        if (error != null) {
            throw error;
        }
    }

    /** Whether a create was refused because its namespace is being deleted. */
    public static boolean isNamespaceTerminating(ApiException refused) {
        var details = refused.status().details();
        if (details != null) {
            for (var cause : details.causes()) {
                if (Objects.equals(cause.reason(), NAMESPACE_TERMINATING)) {
                    return true;
                }
            }
        }
        return false;
    }
}
