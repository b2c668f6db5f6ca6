package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.queue.QueueRules;
import io.kubelayers.application.scheduling.queue.QueueTimes;
import io.kubelayers.application.scheduling.queue.SchedulingQueue;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scheduler at work in a cluster: sees nodes and pods come and go, tries the pods whose turn it is, binds those that
 * find a node and says of the others why they don't.
 *
 * <p>Thin: what it knows is a {@link SchedulerState}, what it sees goes through {@link Observation}, what it decides
 * happens in a {@link SchedulingRound}. Each call first takes in what the request names and every
 * pod that waits, so that of pods created together the important go first, whatever order their requests come in.
 */
public final class SchedulerController implements Reconciler {
    /** Its name among the controllers of a cluster. */
    public static final String NAME = "scheduler";

    /** How long a call of a plugin of one's own may take unless one says otherwise. */
    public static final Duration PLUGIN_LIMIT = Duration.ofSeconds(30);

    private static final String STATE = "state";

    private final ControllerContext context;
    private final InformedObjects objects;
    private final OtherObjects others;
    private final SchedulerMetrics metrics;
    private final QueueTimes times;
    private final SortedMap<String, ProfileInCluster> profiles = new TreeMap<>();

    private SchedulerController(
            ControllerContext context, List<Profile> profiles, QueueTimes times, Duration pluginLimit) {
        this.context = context;
        this.times = times;
        this.objects = InformedObjects.of(context);
        this.others = OtherObjects.of(objects.storageClasses());
        this.metrics = context.answers().to(SchedulerMetrics.class).orElse(SchedulerMetrics.NONE);
        for (var profile : profiles) {
            var name = profile.schedulerName();
            if (this.profiles.put(name, ProfileInCluster.of(profile, context, pluginLimit, metrics)) != null) {
                throw new ProfileException("two profiles named \"" + name + "\"");
            }
        }
    }

    /** The scheduler with upstream's default profile. */
    public static Controller controller() {
        return controller(List.of(Profile.standard()));
    }

    /** A scheduler with these profiles; a pod chooses one by {@code spec.schedulerName}. */
    public static Controller controller(List<Profile> profiles) {
        return controller(profiles, QueueTimes.standard());
    }

    /** The same with other times between attempts. */
    public static Controller controller(List<Profile> profiles, QueueTimes times) {
        return controller(profiles, times, PLUGIN_LIMIT);
    }

    /**
     * The same with another limit for plugins of one's own.
     *
     * @param pluginLimit how long one call of a plugin may take, in real time on virtual clocks too; then the pod's attempt
     *     fails with the plugin's name, and the scheduler goes on
     */
    public static Controller controller(List<Profile> profiles, QueueTimes times, Duration pluginLimit) {
        return Controller.named(NAME)
                .reporting("default-scheduler")
                .watching(Node.class, Mapping.itself()) // first: a pod finds the nodes that were created with it
                .watching(Pod.class, Mapping.itself())
                .watchingEverything(OtherObjects::mapping)
                .reconcile(context -> new SchedulerController(context, profiles, times, pluginLimit));
    }

    @Override
    public Requeue reconcile(Request request) {
        var now = context.runtime().now();
        var state = context.memory().get(STATE, SchedulerState.class).orElseGet(this::start);
        var seen = see(state, request, now);
        if (seen != state) {
            seen = seeWaitingPods(seen, now);
        }
        var round = new SchedulingRound(profiles, objects, context.runtime(), metrics, now, seen);
        try {
            round.run();
        } finally {
            context.memory().put(STATE, round.state()); // also when the API refuses to write what came of it
        }
        var done = round.state();
        metrics.changed(() -> SchedulerCensus.of(done));
        var wakeUp = done.nextWakeUp().filter(next -> !done.isAskedFor(next, now));
        context.memory().put(STATE, wakeUp.map(done::withWakeUp).orElse(done));
        return wakeUp.map(next -> Requeue.after(Duration.between(now, next))).orElse(Requeue.never());
    }

    /** All that is there when the scheduler starts. */
    private SchedulerState start() {
        var rules = new TreeMap<String, QueueRules>();
        profiles.forEach((name, profile) -> rules.put(name, profile.queueRules()));
        var informers = context.informers();
        var snapshot = Snapshot.of(
                informers.lister(Node.class).list(), informers.lister(Pod.class).list());
        var state =
                SchedulerState.of(snapshot, SchedulingQueue.of(rules, times)).withOthers(others.all(objects));
        return seeWaitingPods(state, context.runtime().now());
    }

    private SchedulerState see(SchedulerState state, Request request, Instant now) {
        if (OtherObjects.isAbout(request)) {
            return others.see(state, request, objects, now);
        }
        return request.namespace().isEmpty() ? seeNode(state, request, now) : seePod(state, request, now);
    }

    private SchedulerState seeNode(SchedulerState state, Request request, Instant now) {
        var node = context.informers().lister(Node.class).get("", request.name());
        return Observation.node(state, request.name(), node.orElse(null), now);
    }

    private SchedulerState seePod(SchedulerState state, Request request, Instant now) {
        var pod = context.informers().lister(Pod.class).get(request.namespace(), request.name());
        return Observation.pod(state, request.toString(), pod.orElse(null), now);
    }

    private SchedulerState seeWaitingPods(SchedulerState state, Instant now) {
        var seen = state;
        for (var pod : context.informers().lister(Pod.class).byIndex(Indexes.POD_BY_NODE, "")) {
            seen = Observation.pod(seen, PodInfo.keyOf(pod), pod, now);
        }
        return seen;
    }
}
