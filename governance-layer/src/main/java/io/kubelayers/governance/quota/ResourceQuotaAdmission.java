package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.admission.AdmissionNotes;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.cluster.LayerContext;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Admission plugin ResourceQuota: refuses what does not fit, and commits the use of what does.
 *
 * <p>The new use is written to the status of each quota before the object is stored, and only if nobody changed the
 * quota since it was read; who loses that race decides again on the new state. So quotas hold however many writers there
 * are, and whatever the quota controller counts meanwhile: it waits for charged writes to be stored
 * ({@link io.kubelayers.nucleus.control.WritesUnderWay}). A write that fails later on stays charged until the controller
 * counts again.
 *
 * <p>Must be the last plugin: what comes after it might refuse what is charged already.
 */
public final class ResourceQuotaAdmission implements AdmissionPlugin.Validating {
    /** Each lost race is another writer's success, so this only ends if the quota itself is being rewritten. */
    private static final int MOST_ATTEMPTS = 100;

    private final LayerContext context;
    private final List<LimitedResource> limited;

    private ResourceQuotaAdmission(LayerContext context, List<LimitedResource> limited) {
        this.context = context;
        this.limited = List.copyOf(limited);
    }

    public static ResourceQuotaAdmission of(LayerContext context) {
        return new ResourceQuotaAdmission(context, List.of());
    }

    /** With resources that may only be used where a quota covers them. */
    public ResourceQuotaAdmission limiting(List<LimitedResource> resources) {
        return new ResourceQuotaAdmission(context, resources);
    }

    @Override
    public String name() {
        return "ResourceQuota";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return (request.operation() == Operation.CREATE || request.operation() == Operation.UPDATE)
                && !request.namespace().isEmpty()
                && request.object() != null
                && !request.type().is(Namespace.class)
                && QuotableResources.contains(request.type());
    }

    @Override
    public void validate(AdmissionRequest admission) {
        validate(admission, AdmissionNotes.NONE);
    }

    @Override
    public void validate(AdmissionRequest admission, AdmissionNotes notes) {
        var request = question(admission);
        var quotas = context.informers().lister(ResourceQuota.class).list(admission.namespace());
        if (quotas.isEmpty() && limited.isEmpty()) {
            return;
        }
        var decision = decide(request, quotas, limited);
        if (!admission.dryRun() && !decision.updates().isEmpty()) {
            context.writes().begin(admission.namespace());
            notes.atEnd(() -> context.writes().end(admission.namespace()));
        }
        var committed = new HashSet<String>();
        for (int attempt = 1; !admission.dryRun() && !commit(decision, committed); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw ApiErrors.tooManyRequests(
                        "the quotas of namespace " + admission.namespace() + " change too fast", 1);
            }
            // Those that are charged already must not be charged again; what is limited was covered the first time.
            decision = decide(request, remaining(admission.namespace(), committed), List.of());
        }
    }

    private QuotaDecision decide(QuotaRequest request, List<ResourceQuota> quotas, List<LimitedResource> limits) {
        var decision =
                QuotaMath.admit(request, quotas, limits, context.runtime().now());
        if (!decision.allowed()) {
            throw refusal(decision);
        }
        return decision;
    }

    /** Whether all the quotas were written. */
    private boolean commit(QuotaDecision decision, Set<String> committed) {
        boolean all = true;
        for (var quota : decision.updates()) {
            try {
                context.client().updateStatus(quota);
                committed.add(quota.metadata().nameOrEmpty());
            } catch (ApiException e) {
                if (!e.isConflict() && !e.isNotFound()) {
                    throw e;
                }
                all = false;
            }
        }
        return all;
    }

    private List<ResourceQuota> remaining(String namespace, Set<String> committed) {
        var remaining = new ArrayList<ResourceQuota>();
        for (var quota :
                context.client().on(ResourceQuota.class).list(namespace).items()) {
            if (!committed.contains(quota.metadata().nameOrEmpty())) {
                remaining.add(quota);
            }
        }
        return remaining;
    }

    private static ApiException refusal(QuotaDecision decision) {
        var request = decision.request();
        if (decision.refusalIsPlain()) {
            return new ApiException(new Status(ListMeta.EMPTY, "Failure", decision.refusal(), null, null, 500))
                    .because(decision);
        }
        var resource = new ApiErrors.Resource(
                request.resource().group(), request.resource().resource());
        return ApiErrors.forbidden(resource, request.name(), decision.refusal()).because(decision);
    }

    private static QuotaRequest question(AdmissionRequest admission) {
        KubernetesObject object = Objects.requireNonNull(admission.object());
        return new QuotaRequest(
                admission.operation() == Operation.CREATE
                        ? QuotaRequest.Operation.CREATE
                        : QuotaRequest.Operation.UPDATE,
                QuotableResources.of(admission.type()),
                admission.subresource(),
                admission.name().isEmpty() ? QuotaRequest.nameOf(object) : admission.name(),
                object,
                admission.oldObject());
    }
}
