package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler.ConditionType;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Absent;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of {@link HpaAlgorithm}: collects conditions, events and proposals on the way to the decision. */
final class HpaLook {
    private final HpaRequest request;
    private final HorizontalPodAutoscaler hpa;
    private final @Nullable String writeError;
    private final int current;
    private final ConditionLog conditions;
    private final List<HpaEvent> events = new ArrayList<>();
    private final List<MetricProposal> proposals = new ArrayList<>();
    private HpaHistory history;
    private @Nullable Stabilization stabilization;
    private @Nullable ScalingLimit limit;
    private @Nullable String error;

    HpaLook(HpaRequest request, @Nullable String writeError) {
        this.request = request;
        this.hpa = HorizontalPodAutoscalerDefaults.apply(request.hpa());
        this.writeError = writeError;
        this.current = request.scale().spec().replicas();
        this.conditions = new ConditionLog(hpa.status().conditions(), request.now());
        this.history = request.history();
    }

    static HpaDecision scaleUnreadable(HpaRequest request, String context, String cause) {
        var look = new HpaLook(request, null);
        look.events.add(HpaEvent.warning("FailedGetScale", cause));
        look.conditions.set(
                ConditionType.ABLE_TO_SCALE,
                false,
                "FailedGetScale",
                "the HPA controller was unable to get the target's current scale: " + cause);
        look.error = context + ": " + cause;
        var old = look.hpa.status();
        return look.decision(null, "", old.withConditions(look.conditions.toList()));
    }

    HpaDecision decide() {
        conditions.set(
                ConditionType.ABLE_TO_SCALE,
                true,
                "SucceededGetScale",
                "the HPA controller was able to get the target's current scale");
        history = history.startingFrom(current, request.now());
        if (HpaAlgorithm.disabled(hpa, current)) {
            conditions.set(
                    ConditionType.SCALING_ACTIVE,
                    false,
                    "ScalingDisabled",
                    "scaling is disabled since the replica count of the target is zero");
            return keep();
        }
        var bound = HpaAlgorithm.outOfBounds(hpa, current);
        if (bound != null) {
            return rescale(bound.replicas(), bound.reason());
        }
        var highest = highestProposal();
        if (highest == null) {
            events.add(HpaEvent.warning("FailedComputeMetricsReplicas", Absent.text(error)));
            error = "failed to compute desired number of replicas based on listed metrics for " + target() + ": "
                    + error;
            return decision(null, "", status(hpa.status().desiredReplicas(), false));
        }
        var wanted = Math.max(highest.replicas(), 0);
        var normalized = normalize(wanted);
        return normalized == current ? keep() : rescale(normalized, rescaleReason(wanted, highest));
    }

    private String target() {
        var reference = hpa.spec().scaleTargetRef();
        return reference.kind() + "/" + namespace() + "/" + reference.name();
    }

    private String namespace() {
        return hpa.metadata().namespaceOrEmpty();
    }

    /** The highest count asked for, and by which metric. */
    private record Highest(int replicas, String metric) {}

    /** Evaluates all metrics. Null, with {@link #error} set, if they do not allow to scale. */
    private @Nullable Highest highestProposal() {
        var pods = selectedPods();
        if (pods == null) {
            return null;
        }
        var metrics = hpa.spec().metrics();
        if (request.readings().size() != metrics.size()) {
            throw new IllegalArgumentException("one reading a metric is needed: " + metrics.size() + " metrics, "
                    + request.readings().size() + " readings");
        }
        var calculator =
                new ReplicaCalculator(pods, Tolerances.of(hpa, request.options()), request.options(), request.now());
        var evaluation = new MetricEvaluation(
                calculator, namespace(), current, request.scale().status().replicas());
        var highest = new Highest(0, "");
        MetricProposal.@Nullable Failure first = null;
        int failures = 0;
        for (int i = 0; i < metrics.size(); i++) {
            var proposal = evaluation.propose(metrics.get(i), request.readings().get(i));
            proposals.add(proposal);
            if (proposal.failure() != null) {
                first = first == null ? proposal.failure() : first;
                failures++;
                events.add(HpaEvent.warning(
                        proposal.failure().reason(), proposal.failure().cause()));
            } else if (proposal.count() != null
                    && (highest.replicas() == 0 || proposal.count().replicas() > highest.replicas())) {
                highest = new Highest(proposal.count().replicas(), proposal.name());
            }
        }
        if (first != null) {
            error = "invalid metrics (" + failures + " invalid out of " + metrics.size() + "), first error is: "
                    + first.error();
            if (failures == metrics.size() || highest.replicas() < current) {
                conditions.set(ConditionType.SCALING_ACTIVE, false, first.reason(), first.conditionMessage());
                return null;
            }
        }
        conditions.set(
                ConditionType.SCALING_ACTIVE,
                true,
                "ValidMetricFound",
                "the HPA was able to successfully calculate a replica count from " + highest.metric());
        return highest;
    }

    /** The target's pods. Null, with {@link #error} set, if they can't be told. */
    private @Nullable List<io.kubelayers.nucleus.core.Pod> selectedPods() {
        var text = Absent.text(request.scale().status().selector());
        if (text.isEmpty()) {
            return refuse(
                    "SelectorRequired",
                    "selector is required",
                    "InvalidSelector",
                    "the HPA target's scale is missing a selector");
        }
        Selector selector;
        try {
            selector = Selector.parse(text);
        } catch (InvalidSelectorException e) {
            var message = "couldn't convert selector into a corresponding internal selector object: " + e.getMessage();
            return refuse("InvalidSelector", message, "InvalidSelector", message);
        }
        var workload = WorkloadPods.of(request.pods(), namespace(), selector);
        var rivals = workload.rivals(request.rivalSelectors());
        if (!rivals.isEmpty()) {
            var message = "pods by selector " + text + " are controlled by multiple HPAs: " + everyone(rivals);
            return refuse("AmbiguousSelector", message, "AmbiguousSelector", message);
        }
        return workload.pods();
    }

    private String everyone(List<String> rivals) {
        var names = new ArrayList<>(rivals);
        names.add(hpa.metadata().nameOrEmpty());
        names.sort(null);
        var text = new StringBuilder("[");
        for (var name : names) {
            text.append(text.length() == 1 ? "{" : " {")
                    .append(name)
                    .append(' ')
                    .append(namespace())
                    .append('}');
        }
        return text.append(']').toString();
    }

    private @Nullable List<io.kubelayers.nucleus.core.Pod> refuse(
            String eventReason, String message, String reason, String conditionMessage) {
        events.add(HpaEvent.warning(eventReason, message));
        conditions.set(ConditionType.SCALING_ACTIVE, false, reason, conditionMessage);
        error = message;
        return null;
    }

    /** Applies past recommendations, speed limits and bounds. */
    private int normalize(int wanted) {
        int min = HpaAlgorithm.minReplicas(hpa);
        int max = hpa.spec().maxReplicas();
        var now = request.now();
        var behavior = hpa.spec().behavior();
        Stabilization stable;
        ScalingLimit limited;
        if (behavior == null) {
            stable = Stabilization.plain(wanted, history, request.options(), now);
            limited = ScalingLimit.plain(current, stable.stabilized(), min, max);
        } else {
            var rules = ScalingBehavior.of(behavior, request.options());
            stable = Stabilization.behaving(current, wanted, history, rules, now);
            limited = ScalingLimit.behaving(current, stable.stabilized(), min, max, history, rules, now);
        }
        history = history.recommending(wanted, now, stable.keepSince(now));
        conditions.set(ConditionType.ABLE_TO_SCALE, true, stable.reason(), stable.message());
        conditions.set(ConditionType.SCALING_LIMITED, limited.limits(), limited.reason(), limited.message());
        stabilization = stable;
        limit = limited;
        return limited.replicas();
    }

    private String rescaleReason(int wanted, Highest highest) {
        if (wanted > current) {
            return highest.metric() + " above target";
        }
        return wanted < current ? "All metrics below target" : "";
    }

    private HpaDecision keep() {
        return decision(null, "", status(current, false));
    }

    private HpaDecision rescale(int replicas, String reason) {
        if (writeError != null) {
            events.add(HpaEvent.warning(
                    "FailedRescale", "New size: " + replicas + "; reason: " + reason + "; error: " + writeError));
            conditions.set(
                    ConditionType.ABLE_TO_SCALE,
                    false,
                    "FailedUpdateScale",
                    "the HPA controller was unable to update the target scale: " + writeError);
            error = "failed to rescale " + target() + ": " + writeError;
            return decision(null, "", status(hpa.status().desiredReplicas(), false));
        }
        conditions.set(
                ConditionType.ABLE_TO_SCALE,
                true,
                "SucceededRescale",
                "the HPA controller was able to update the target scale to " + replicas);
        events.add(HpaEvent.normal("SuccessfulRescale", "New size: " + replicas + "; reason: " + reason));
        if (hpa.spec().behavior() != null) {
            var rules = ScalingBehavior.of(hpa.spec().behavior(), request.options());
            int longest = ScalingBehavior.longestPeriodSeconds(replicas > current ? rules.up() : rules.down());
            history = history.scaled(current, replicas, longest, request.now());
        }
        return decision(replicas, reason, status(replicas, true));
    }

    private HorizontalPodAutoscaler.Status status(int desired, boolean rescaled) {
        var readings = new ArrayList<MetricStatus>();
        for (var proposal : proposals) {
            readings.add(
                    proposal.status() == null ? new MetricStatus("", null, null, null, null, null) : proposal.status());
        }
        return new HorizontalPodAutoscaler.Status(
                null,
                rescaled
                        ? request.now().truncatedTo(ChronoUnit.SECONDS)
                        : hpa.status().lastScaleTime(),
                current,
                desired,
                readings,
                conditions.toList());
    }

    private HpaDecision decision(@Nullable Integer scaleTo, String reason, HorizontalPodAutoscaler.Status status) {
        return new HpaDecision(
                current, scaleTo, reason, proposals, stabilization, limit, status, events, error, history);
    }
}
