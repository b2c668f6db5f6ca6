package io.kubelayers.application.discovery;

import io.kubelayers.application.workloads.PodWriter;
import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.selector.Selector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the EndpointSlices of each Service with a selector in step with its pods. */
public final class EndpointSliceReconciler implements Reconciler {
    private final ControllerContext context;

    private EndpointSliceReconciler(ControllerContext context) {
        this.context = context;
    }

    /** The controller of EndpointSlices. */
    public static Controller controller() {
        return Controller.named("endpointslice")
                .reporting("endpoint-slice-controller")
                .over(Service.class)
                .watching(Pod.class, EndpointSliceReconciler::servicesOfPods)
                .watching(EndpointSlice.class, EndpointSliceReconciler::serviceOfSlice)
                .watching(Node.class, EndpointSliceReconciler::servicesOfNode)
                .reconcile(EndpointSliceReconciler::new);
    }

    static Mapping<Pod> servicesOfPods(ControllerContext context) {
        return (change, enqueue) -> {
            var before = change.previous();
            enqueue(context, change.object(), enqueue);
            if (before != null
                    && !before.metadata()
                            .labels()
                            .equals(change.object().metadata().labels())) {
                enqueue(context, before, enqueue);
            }
        };
    }

    private static void enqueue(ControllerContext context, Pod pod, Consumer<Request> enqueue) {
        var labels = pod.metadata().labels();
        for (var service :
                context.informers().lister(Service.class).list(pod.metadata().namespaceOrEmpty())) {
            if (hasSelector(service)
                    && Selector.ofLabels(service.spec().selector()).matches(labels)) {
                enqueue.accept(Request.of(service));
            }
        }
    }

    private static void serviceOfSlice(Change<EndpointSlice> change, Consumer<Request> enqueue) {
        var metadata = change.object().metadata();
        var service = metadata.labels().get(SliceLabels.SERVICE_NAME);
        if (service != null && isManaged(change.object())) {
            enqueue.accept(new Request(metadata.namespaceOrEmpty(), service));
        }
    }

    /** A node that appears lets its pods be listed. */
    private static Mapping<Node> servicesOfNode(ControllerContext context) {
        return (change, enqueue) -> {
            if (change.type() == Change.Type.ADDED) {
                var name = change.object().metadata().nameOrEmpty();
                context.informers()
                        .lister(Pod.class)
                        .byIndex(Indexes.POD_BY_NODE, name)
                        .forEach(pod -> enqueue(context, pod, enqueue));
            }
            var before = change.previous();
            if (change.type() != Change.Type.MODIFIED
                    || before == null
                    || !ZoneShares.areSame(before, change.object())) {
                overloaded(context, enqueue);
            }
        };
    }

    /** Services whose endpoints are given to zones that have other shares now. */
    private static void overloaded(ControllerContext context, Consumer<Request> enqueue) {
        ZoneShares shares = null;
        for (var service : context.informers().lister(Service.class).list()) {
            if (TopologyHints.areWanted(service)) {
                shares = shares == null ? shares(context) : shares;
                if (hinted(context, service).areOverloaded(shares)) {
                    enqueue.accept(Request.of(service));
                }
            }
        }
    }

    private static boolean isManaged(EndpointSlice slice) {
        return SliceLabels.CONTROLLER.equals(slice.metadata().labels().get(SliceLabels.MANAGED_BY));
    }

    static boolean hasSelector(Service service) {
        return !service.spec().selector().isEmpty()
                && !Service.Type.EXTERNAL_NAME.equals(service.spec().type());
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(Service.class).get(request.namespace(), request.name());
        if (found.isPresent() && hasSelector(found.get())) {
            reconcile(found.get());
        } else if (found.isEmpty()) {
            TriggerTimes.forget(context.memory(), request.namespace(), request.name());
            context.memory().forget("hints/" + request.namespace() + "/" + request.name());
        }
        return Requeue.never();
    }

    private void reconcile(Service service) {
        var namespace = service.metadata().namespaceOrEmpty();
        var selector = Selector.ofLabels(service.spec().selector());
        var pods = new ArrayList<Pod>();
        Map<String, Node> nodes = new HashMap<>();
        for (var pod : context.informers().lister(Pod.class).list(namespace)) {
            if (selector.matches(pod.metadata().labels())) {
                pods.add(pod);
                var node = pod.spec().nodeName();
                if (node != null) {
                    context.informers().lister(Node.class).get("", node).ifPresent(n -> nodes.put(node, n));
                }
            }
        }
        var trigger = TriggerTimes.since(context.memory(), service, pods);
        var key = hintsKey(service);
        var decision = EndpointSliceDecision.of(
                service,
                pods,
                nodes,
                slices(service),
                EndpointSliceDecision.MAX_ENDPOINTS,
                TopologyHints.areWanted(service) ? shares(context) : ZoneShares.UNKNOWN,
                hinted(context, service));
        write(decision, trigger);
        if (decision.hinted().equals(HintedZones.NONE)) {
            context.memory().forget(key);
        } else {
            context.memory().put(key, decision.hinted());
        }
        decision.events().forEach(new PodWriter(context, service)::tell);
    }

    private static String hintsKey(Service service) {
        return "hints/" + service.metadata().namespaceOrEmpty() + "/"
                + service.metadata().nameOrEmpty();
    }

    private static HintedZones hinted(ControllerContext context, Service service) {
        return context.memory().get(hintsKey(service), HintedZones.class).orElse(HintedZones.NONE);
    }

    private static ZoneShares shares(ControllerContext context) {
        return ZoneShares.of(context.informers().lister(Node.class).list());
    }

    private static EndpointSlice noted(EndpointSlice slice, @Nullable Instant trigger) {
        return slice.withMetadata(TriggerTimes.noted(slice.metadata(), trigger));
    }

    private List<EndpointSlice> slices(Service service) {
        var slices = new ArrayList<EndpointSlice>();
        for (var slice : context.informers()
                .lister(EndpointSlice.class)
                .list(service.metadata().namespaceOrEmpty())) {
            boolean isItsOwn = service.metadata()
                    .nameOrEmpty()
                    .equals(slice.metadata().labels().get(SliceLabels.SERVICE_NAME));
            if (isItsOwn && isManaged(slice) && slice.metadata().deletionTimestamp() == null) {
                slices.add(slice);
            }
        }
        return slices;
    }

    private void write(EndpointSliceDecision decision, @Nullable Instant trigger) {
        try {
            decision.create().forEach(slice -> context.client().create(noted(slice, trigger)));
            decision.update().forEach(slice -> context.client().update(noted(slice, trigger)));
            decision.delete().forEach(this::delete);
        } catch (ApiException refused) {
            if (!PodWriter.isNamespaceTerminating(refused)) {
                throw refused;
            }
        }
    }

    private void delete(EndpointSlice slice) {
        try {
            context.client().delete(slice);
        } catch (ApiException refused) {
            if (!refused.isNotFound()) {
                throw refused;
            }
        }
    }
}
