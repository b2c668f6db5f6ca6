package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.Preconditions;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.meta.StatusBuilder;
import io.kubelayers.nucleus.meta.StatusDetailsBuilder;
import io.kubelayers.nucleus.meta.StatusReason;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.StoredObjects;
import io.kubelayers.nucleus.server.SubresourceHandler;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The {@code pods/eviction} subresource: asks {@link EvictionMath}, charges the budget, marks the pod and deletes it (upstream
 * {@code registry/core/pod/storage/eviction.go}). Writers in between make it look again, up to {@link #MOST_TRIES} times.
 *
 * @param client the API as administrator
 * @param informers for the budgets
 * @param objects to mark the pod
 * @param runtime for the time
 */
public record EvictionHandler(Client client, Informers informers, StoredObjects objects, Runtime runtime)
        implements SubresourceHandler {
    private static final int MOST_TRIES = 20;

    @Override
    public Class<? extends KubernetesObject> parent() {
        return Pod.class;
    }

    @Override
    public String name() {
        return "eviction";
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        if (!(request.body() instanceof Body.Typed typed) || !(typed.object() instanceof Eviction eviction)) {
            throw ApiErrors.badRequest("not a Eviction object");
        }
        if (!eviction.metadata().nameOrEmpty().equals(request.name())) {
            throw ApiErrors.badRequest("name in URL does not match name in Eviction object");
        }
        var options = deleteOptions(eviction, request.options().dryRun());
        for (int i = 0; i < MOST_TRIES; i++) {
            var done = attempt(request, options);
            if (done != null) {
                return new ApiResponse.Outcome(201, done, List.of());
            }
        }
        throw timeout(request.name());
    }

    /** The options of the delete; a dry run can be asked for in either place. */
    private static DeleteOptions deleteOptions(Eviction eviction, boolean dryRun) {
        var options = eviction.deleteOptions() == null
                ? DeleteOptionsBuilder.builder().build()
                : eviction.deleteOptions();
        return dryRun && options.dryRun().isEmpty() ? options.withDryRun(List.of("All")) : options;
    }

    /** One try; null if somebody else wrote in between. */
    private @Nullable Status attempt(ApiRequest request, DeleteOptions options) {
        var pod = client.on(Pod.class).get(request.namespace(), request.name());
        var budgets = informers.lister(PodDisruptionBudget.class).list(request.namespace());
        var decision = EvictionMath.decide(pod, budgets, runtime.now());
        if (!decision.granted()) {
            throw new ApiException(decision.response()).because(decision.finding());
        }
        var dryRun = options.dryRun().contains("All");
        var charged = decision.charged();
        if (charged != null && !dryRun && !written(charged)) {
            return null;
        }
        return evict(pod, decision, options, dryRun) ? decision.response() : null;
    }

    private boolean written(PodDisruptionBudget charged) {
        try {
            client.updateStatus(charged);
            return true;
        } catch (ApiException e) {
            if (e.isConflict()) {
                return false;
            }
            throw e;
        }
    }

    /** Marks and deletes the pod. False if it changed and a new decision is needed. */
    private boolean evict(Pod pod, EvictionDecision decision, DeleteOptions options, boolean dryRun) {
        var ownVersion = hasVersion(options);
        checkPreconditions(pod, options);
        try {
            var marked = dryRun ? pod : mark(pod, decision.onlyIfUnchanged() || ownVersion);
            delete(marked, decision, options, ownVersion);
            return true;
        } catch (ApiException e) {
            if (!e.isConflict() || ownVersion || !decision.onlyIfUnchanged()) {
                throw e;
            }
            if (decision.budget().isEmpty()) {
                return false;
            }
            var answer = EvictionMath.stillProcessed(decision.pod(), decision.budget());
            throw new ApiException(answer.response()).because(answer.finding());
        }
    }

    /**
     * Writes the condition that tells why the pod goes, onto this version of the pod or else the newest. Nobody comes to own
     * it, as it is not written by way of a request.
     */
    private Pod mark(Pod pod, boolean thisVersion) {
        return objects.update(
                Pod.class, pod.metadata().namespaceOrEmpty(), pod.metadata().nameOrEmpty(), present -> {
                    if (thisVersion
                            && !Objects.equals(
                                    present.metadata().resourceVersion(),
                                    pod.metadata().resourceVersion())) {
                        throw ApiErrors.modified(
                                new ApiErrors.Resource("", "pods"),
                                pod.metadata().nameOrEmpty());
                    }
                    return StaleDisruption.marked(present, runtime.now());
                });
    }

    private static void checkPreconditions(Pod pod, DeleteOptions options) {
        var preconditions = options.preconditions();
        if (preconditions == null) {
            return;
        }
        var uid = preconditions.uid();
        var version = preconditions.resourceVersion();
        var name = pod.metadata().nameOrEmpty();
        if (uid != null && !uid.isEmpty() && !uid.equals(pod.metadata().uid())) {
            throw ApiErrors.conflict(
                    new ApiErrors.Resource("", "Pod"),
                    name,
                    "the UID in the precondition (" + uid + ") does not match the UID in record ("
                            + pod.metadata().uid()
                            + "). The object might have been deleted and then recreated");
        }
        if (version != null
                && !version.isEmpty()
                && !version.equals(pod.metadata().resourceVersion())) {
            throw ApiErrors.conflict(
                    new ApiErrors.Resource("", "Pod"),
                    name,
                    "the ResourceVersion in the precondition (" + version
                            + ") does not match the ResourceVersion in record ("
                            + pod.metadata().resourceVersion() + "). The object might have been modified");
        }
    }

    private void delete(Pod marked, EvictionDecision decision, DeleteOptions options, boolean ownVersion) {
        var guarded = options;
        if (decision.onlyIfUnchanged() || ownVersion) {
            var uid = options.preconditions() == null
                    ? null
                    : options.preconditions().uid();
            guarded = options.withPreconditions(
                    new Preconditions(uid, marked.metadata().resourceVersion()));
        }
        client.on(Pod.class)
                .delete(marked.metadata().namespaceOrEmpty(), marked.metadata().nameOrEmpty(), guarded);
    }

    private static boolean hasVersion(DeleteOptions options) {
        return options.preconditions() != null && options.preconditions().resourceVersion() != null;
    }

    private static ApiException timeout(String pod) {
        return new ApiException(StatusBuilder.builder(Status.EMPTY)
                .status("Failure")
                .code(504)
                .reason(StatusReason.TIMEOUT)
                .message("Timeout: couldn't evict pod \"" + pod + "\" due to conflicts")
                .details(StatusDetailsBuilder.builder().retryAfterSeconds(10).build())
                .build());
    }
}
