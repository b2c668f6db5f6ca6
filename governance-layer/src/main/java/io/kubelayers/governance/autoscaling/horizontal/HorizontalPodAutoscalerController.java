package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.metrics.MetricsSource;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each autoscaler every 15 seconds, first 15 seconds after it appears, and does what {@link HpaAlgorithm} says
 * (upstream {@code HorizontalController}). Changes of an autoscaler do not hasten its next look.
 */
public final class HorizontalPodAutoscalerController implements Reconciler {
    /** Name of the controller. */
    public static final String NAME = "horizontal-pod-autoscaler";

    private static final Scale UNKNOWN_SCALE = new Scale(ObjectMeta.EMPTY, Scale.Spec.EMPTY, Scale.Status.EMPTY);

    private final ControllerContext context;
    private final MetricsSource metrics;
    private final HpaOptions options;

    private HorizontalPodAutoscalerController(ControllerContext context, MetricsSource metrics, HpaOptions options) {
        this.context = context;
        this.metrics = metrics;
        this.options = options;
    }

    /**
     * The controller.
     *
     * @param metrics makes the source of metrics for one cluster
     */
    public static Controller with(MetricsSource.Factory metrics, HpaOptions options) {
        return Controller.named(NAME)
                .reporting(NAME)
                .over(HorizontalPodAutoscaler.class)
                .reconcile(context -> new HorizontalPodAutoscalerController(
                        context,
                        metrics.of(context.informers(), context.runtime().clock()),
                        options));
    }

    @Override
    public Requeue reconcile(Request request) {
        var now = context.runtime().now();
        var found = context.informers().lister(HorizontalPodAutoscaler.class).get(request.namespace(), request.name());
        if (found.isEmpty()) {
            HpaMemory.forget(context.memory(), request);
            return Requeue.never();
        }
        var known = HpaMemory.of(context.memory(), request);
        if (known.isEmpty()) {
            new HpaMemory(now.plus(options.syncPeriod()), "", null).remember(context.memory(), request);
            return Requeue.after(options.syncPeriod());
        }
        if (now.isBefore(known.get().nextLook())) {
            return Requeue.after(Duration.between(now, known.get().nextLook()));
        }
        look(request, found.get(), known.get());
        return Requeue.after(options.syncPeriod());
    }

    private void look(Request request, HorizontalPodAutoscaler hpa, HpaMemory known) {
        var target = new ScaleTarget(context.client(), hpa);
        var nextLook = context.runtime().now().plus(options.syncPeriod());
        HpaRequest input;
        HpaDecision decision;
        try {
            var scale = target.read();
            input = gather(hpa, scale, known);
            decision = HpaAlgorithm.decide(input);
            decision = write(target, scale, input, decision);
            new HpaMemory(nextLook, Absent.text(scale.scale().status().selector()), decision)
                    .remember(context.memory(), request);
        } catch (ScaleTarget.UnreadableException e) {
            input = HpaRequest.of(hpa, UNKNOWN_SCALE, context.runtime().now()).withHistory(known.history());
            decision = HpaAlgorithm.scaleUnreadable(input, e.context(), e.text());
            new HpaMemory(nextLook, known.selector(), decision).remember(context.memory(), request);
        }
        report(hpa, decision);
    }

    private HpaRequest gather(HorizontalPodAutoscaler hpa, ScaleTarget.Found target, HpaMemory known) {
        var scale = target.scale();
        var namespace = hpa.metadata().namespaceOrEmpty();
        var complete = HorizontalPodAutoscalerDefaults.apply(hpa);
        List<MetricReading> readings = List.of();
        List<Pod> pods = List.of();
        if (HpaAlgorithm.needsMetrics(complete, scale.spec().replicas())) {
            pods = context.informers().lister(Pod.class).list(namespace);
            readings = MetricReadings.ask(
                    metrics, complete, selector(scale.status().selector()));
        }
        return HpaRequest.of(complete, scale, context.runtime().now())
                .withPods(pods)
                .withReadings(readings)
                .withRivalSelectors(rivals(hpa))
                .withHistory(known.history())
                .withOptions(options);
    }

    /** The pods to ask metrics of; none for a selector that the decision will refuse. */
    private static Selector selector(@Nullable String text) {
        try {
            return text == null ? Selector.nothing() : Selector.parse(text);
        } catch (InvalidSelectorException e) {
            return Selector.nothing();
        }
    }

    private Map<String, String> rivals(HorizontalPodAutoscaler hpa) {
        var namespace = hpa.metadata().namespaceOrEmpty();
        var rivals = new TreeMap<String, String>();
        for (var other :
                context.informers().lister(HorizontalPodAutoscaler.class).list(namespace)) {
            var name = other.metadata().nameOrEmpty();
            if (!name.equals(hpa.metadata().nameOrEmpty())) {
                HpaMemory.of(context.memory(), namespace, name)
                        .filter(memory -> !memory.selector().isEmpty())
                        .ifPresent(memory -> rivals.put(name, memory.selector()));
            }
        }
        return rivals;
    }

    private HpaDecision write(ScaleTarget target, ScaleTarget.Found scale, HpaRequest input, HpaDecision decision) {
        if (decision.scaleTo() == null) {
            return decision;
        }
        try {
            target.write(scale, decision.scaleTo());
            return decision;
        } catch (ApiException e) {
            return HpaAlgorithm.decideAfterFailedWrite(input, e.explain());
        }
    }

    private void report(HorizontalPodAutoscaler hpa, HpaDecision decision) {
        for (var event : decision.events()) {
            if (event.type().equals("Normal")) {
                context.events().normal(hpa, event.reason(), event.message());
            } else {
                context.events().warning(hpa, event.reason(), event.message());
            }
        }
        if (decision.status().equals(hpa.status())) {
            return;
        }
        try {
            context.client().updateStatus(hpa.withStatus(decision.status()));
        } catch (ApiException e) {
            // the next look writes a fresh status anyway
            context.events().warning(hpa, "FailedUpdateStatus", e.explain());
        }
    }
}
