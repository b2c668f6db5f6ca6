package io.kubelayers.governance.quota;

import io.kubelayers.governance.quota.QuotaCheck.Outcome;
import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resources.ResourceList;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One write against the quotas of its namespace: the steps of upstream's {@code CheckRequest}, in its order, since the
 * first thing that goes wrong is what the user reads (apiserver/pkg/admission/plugin/resourcequota/controller.go).
 */
final class QuotaAdmission {
    private final QuotaRequest request;
    private final List<ResourceQuota> quotas;
    private final List<LimitedResource> limited;
    private final Instant now;
    private final UsageEvaluator evaluator;
    private final List<QuotaCheck> checks = new ArrayList<>();
    private final List<ResourceQuota> applying = new ArrayList<>();
    private final Set<String> coveredNames = new TreeSet<>();
    private final List<ScopedResourceSelectorRequirement> coveredScopes = new ArrayList<>();

    QuotaAdmission(QuotaRequest request, List<ResourceQuota> quotas, List<LimitedResource> limited, Instant now) {
        this.request = request;
        this.quotas = quotas;
        this.limited = limited;
        this.now = now;
        this.evaluator = UsageEvaluator.of(request.resource());
    }

    QuotaDecision decide() {
        if (!evaluator.handles(request)) {
            return QuotaDecision.admitted(request, checks, List.of());
        }
        for (var quota : quotas) {
            var refused = prepare(quota);
            if (refused != null) {
                checks.add(refused);
                return QuotaDecision.refused(request, checks, refused.message());
            }
        }
        var usage = evaluator.usage(request.object(), now);
        var negative = ResourceList.negative(usage);
        if (!negative.isEmpty()) {
            return QuotaDecision.refused(
                    request, checks, "quota usage is negative for resource(s): " + String.join(",", negative));
        }
        return charge(usage);
    }

    /** Whether the quota applies; the refusal if it does and can't be checked. */
    private @Nullable QuotaCheck prepare(ResourceQuota quota) {
        var name = quota.metadata().nameOrEmpty();
        coveredScopes.addAll(scopesOf(ScopeSelection.of(quota)));
        var tracked = evaluator.tracked(quota.status().hard().keySet());
        if (tracked.isEmpty() || !inScopes(quota, request.object())) {
            var why = tracked.isEmpty() ? "tracks nothing of the object" : "the object is not in its scopes";
            checks.add(QuotaCheck.plain(name, Outcome.DOES_NOT_APPLY, why));
            return null;
        }
        var missing = evaluator.missing(tracked, request.object());
        if (!missing.isEmpty()) {
            return QuotaCheck.plain(name, Outcome.NOT_STATED, "failed quota: " + name + ": " + missing);
        }
        if (!quota.status().used().keySet().containsAll(tracked)) {
            return QuotaCheck.plain(
                    name,
                    Outcome.NOT_COUNTED,
                    "status unknown for quota: " + name + ", resources: " + String.join(",", tracked));
        }
        applying.add(quota);
        coveredNames.addAll(tracked);
        return null;
    }

    private boolean inScopes(ResourceQuota quota, KubernetesObject object) {
        for (var scope : ScopeSelection.of(quota)) {
            if (!evaluator.inScope(scope, object)) {
                return false;
            }
        }
        return true;
    }

    private List<ScopedResourceSelectorRequirement> scopesOf(List<ScopedResourceSelectorRequirement> scopes) {
        return scopes.stream()
                .filter(scope -> evaluator.inScope(scope, request.object()))
                .toList();
    }

    private QuotaDecision charge(Map<String, Quantity> usage) {
        var deltas = new ArrayList<Map<String, Quantity>>();
        boolean any = false;
        for (var quota : applying) {
            var delta = ResourceList.withoutZeros(delta(usage, quota));
            any |= !delta.isEmpty();
            deltas.add(delta);
        }
        if (applying.isEmpty()) {
            any = !ResourceList.withoutZeros(delta(usage, null)).isEmpty();
        }
        if (!any) {
            applying.forEach(quota -> checks.add(unchanged(quota)));
            return QuotaDecision.admitted(request, checks, List.of());
        }
        var uncovered = uncovered(usage);
        return uncovered != null ? uncovered : fit(deltas);
    }

    /** What the write adds: all of it, or on an update the growth, if the quota counted the old object already. */
    private Map<String, Quantity> delta(Map<String, Quantity> usage, @Nullable ResourceQuota quota) {
        var old = request.oldObject();
        if (!request.isUpdate() || old == null || old.metadata().resourceVersion() == null) {
            return usage;
        }
        if (quota != null && !inScopes(quota, old)) {
            return usage;
        }
        return ResourceList.subToZero(usage, evaluator.usage(old, now));
    }

    /** Use that the configuration allows only under a quota, and that no quota covers. */
    private @Nullable QuotaDecision uncovered(Map<String, Quantity> usage) {
        var names = new TreeSet<String>();
        var scopes = new ArrayList<ScopedResourceSelectorRequirement>();
        for (var resource : limited) {
            if (resource.limits(request.resource())) {
                usage.forEach((name, amount) -> {
                    if (amount.sign() > 0 && resource.limits(name)) {
                        names.add(name);
                    }
                });
            }
            scopes.addAll(scopesOf(resource.matchScopes()));
        }
        names.removeAll(coveredNames);
        if (!names.isEmpty()) {
            return QuotaDecision.refused(request, checks, "insufficient quota to consume: " + String.join(",", names));
        }
        scopes.removeIf(scope ->
                coveredScopes.stream().anyMatch(covered -> covered.scopeName().equals(scope.scopeName())));
        if (!evaluator.hasScopes() || scopes.isEmpty()) {
            return null;
        }
        var texts = scopes.stream().map(ScopeSelection::text).toList();
        var refusal = "insufficient quota to match these scopes: [" + String.join(" ", texts) + "]";
        return new QuotaDecision(request, refusal, true, checks, List.of());
    }

    private QuotaDecision fit(List<Map<String, Quantity>> deltas) {
        var updates = new ArrayList<ResourceQuota>();
        for (int i = 0; i < applying.size(); i++) {
            var quota = applying.get(i);
            if (deltas.get(i).isEmpty()) {
                checks.add(unchanged(quota));
                continue;
            }
            var status = quota.status();
            var requested = ResourceList.only(deltas.get(i), status.hard().keySet());
            var used = ResourceList.add(status.used(), requested);
            var check = check(quota, requested, used);
            checks.add(check);
            if (check.refuses()) {
                return QuotaDecision.refused(request, checks, check.message());
            }
            if (!requested.isEmpty()) {
                updates.add(quota.withStatus(status.withUsed(used)));
            }
        }
        return QuotaDecision.admitted(request, checks, updates);
    }

    /** Status updates report what has happened already; they are counted, but not refused. */
    private QuotaCheck check(ResourceQuota quota, Map<String, Quantity> requested, Map<String, Quantity> used) {
        var name = quota.metadata().nameOrEmpty();
        var before = quota.status().used();
        var hard = quota.status().hard();
        var exceeded = request.subresource().equals("status")
                ? List.<String>of()
                : ResourceList.exceeding(ResourceList.only(used, requested.keySet()), hard);
        if (exceeded.isEmpty()) {
            return new QuotaCheck(
                    name,
                    Outcome.FITS,
                    requested,
                    ResourceList.only(before, requested.keySet()),
                    ResourceList.only(hard, requested.keySet()),
                    "has room");
        }
        var over = ResourceList.only(requested, exceeded);
        var usedOver = ResourceList.only(before, exceeded);
        var hardOver = ResourceList.only(hard, exceeded);
        var message = "exceeded quota: " + name + ", requested: " + Amounts.text(over) + ", used: "
                + Amounts.text(usedOver) + ", limited: " + Amounts.text(hardOver);
        return new QuotaCheck(name, Outcome.EXCEEDED, over, usedOver, hardOver, message);
    }

    private static QuotaCheck unchanged(ResourceQuota quota) {
        return QuotaCheck.plain(quota.metadata().nameOrEmpty(), Outcome.UNCHANGED, "nothing it tracks changes");
    }
}
