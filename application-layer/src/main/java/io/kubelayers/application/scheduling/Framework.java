package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.BindPlugin;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.PermitPlugin;
import io.kubelayers.application.scheduling.framework.PermitResult;
import io.kubelayers.application.scheduling.framework.Plugin;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PostBindPlugin;
import io.kubelayers.application.scheduling.framework.PreBindPlugin;
import io.kubelayers.application.scheduling.framework.PreEnqueuePlugin;
import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import io.kubelayers.application.scheduling.framework.ReservePlugin;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.application.scheduling.queue.QueueRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A {@link Profile} ready to run: the plugins of each extension point, and what their answers mean together. Upstream:
 * {@code frameworkImpl} of {@code framework/runtime/framework.go}; {@link Filtering} and {@link Scoring} are its other
 * two thirds.
 */
public final class Framework {
    private final Profile profile;
    private final Meter meter;
    private final Filtering filtering;
    private final Scoring scoring;
    private final Extending extending;
    private final NodeMemo memo = new NodeMemo();
    private final List<PreEnqueuePlugin> preEnqueue;
    private final List<ReservePlugin> reserve;
    private final List<PermitPlugin> permit;
    private final List<PreBindPlugin> preBind;
    private final List<BindPlugin> bind;
    private final List<PostBindPlugin> postBind;

    private Framework(Profile profile, Meter meter) {
        this.profile = profile;
        this.meter = meter;
        this.extending = new Extending(profile);
        this.filtering = new Filtering(profile, extending.all(), meter);
        this.scoring = new Scoring(profile, meter);
        this.preEnqueue = at(profile, ExtensionPoint.PRE_ENQUEUE, PreEnqueuePlugin.class);
        this.reserve = at(profile, ExtensionPoint.RESERVE, ReservePlugin.class);
        this.permit = at(profile, ExtensionPoint.PERMIT, PermitPlugin.class);
        this.preBind = at(profile, ExtensionPoint.PRE_BIND, PreBindPlugin.class);
        this.bind = at(profile, ExtensionPoint.BIND, BindPlugin.class);
        this.postBind = at(profile, ExtensionPoint.POST_BIND, PostBindPlugin.class);
    }

    public static Framework of(Profile profile) {
        return of(profile, Meter.NONE);
    }

    static Framework of(Profile profile, Meter meter) {
        return new Framework(profile, meter);
    }

    Meter meter() {
        return meter;
    }

    static <T extends Plugin> List<T> at(Profile profile, ExtensionPoint point, Class<T> type) {
        var found = new ArrayList<T>();
        for (var enabled : profile.plugins()) {
            if (enabled.at(point)) {
                found.add(type.cast(enabled.plugin()));
            }
        }
        return List.copyOf(found);
    }

    /** The answer, or an error status in place of an exception. */
    static Status ask(Supplier<Status> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return Status.error(PluginException.text(e));
        }
    }

    public Profile profile() {
        return profile;
    }

    Filtering filtering() {
        return filtering;
    }

    NodeMemo memo() {
        return memo;
    }

    Extending extending() {
        return extending;
    }

    Scoring scoring() {
        return scoring;
    }

    /** The plugin that orders the queue. */
    public QueueSortPlugin queueSort() {
        return at(profile, ExtensionPoint.QUEUE_SORT, QueueSortPlugin.class).get(0);
    }

    /** What this profile says about waiting. */
    public QueueRules queueRules() {
        return queueRules(Guard.NONE);
    }

    QueueRules queueRules(Guard guard) {
        var events = new TreeMap<String, List<ClusterEventWithHint>>();
        for (var enabled : profile.plugins()) {
            if (enabled.plugin() instanceof EnqueueExtensions extensions) {
                var name = extensions.name();
                events.put(
                        name,
                        extensions.eventsToRegister().stream()
                                .map(event -> event.when(guard.hint(extensions, event.hint())))
                                .toList());
            }
        }
        return new QueueRules(queueSort(), pod -> guard.run(() -> runPreEnqueue(pod), Status::error), events);
    }

    /** Whether the pod may be tried at all; the first plugin that refuses decides. */
    public Status runPreEnqueue(PodInfo pod) {
        for (var plugin : preEnqueue) {
            var status = ask(() -> plugin.preEnqueue(pod));
            if (!status.isSuccess()) {
                return status.by(plugin.name());
            }
        }
        return Status.success();
    }

    /** Reserves with every plugin, until one objects. The caller then undoes all with {@link #runUnreserve}. */
    public Status runReserve(CycleState state, PodInfo pod, String node) {
        return meter.measure(ExtensionPoint.RESERVE, () -> reserve(state, pod, node));
    }

    private Status reserve(CycleState state, PodInfo pod, String node) {
        for (var plugin : reserve) {
            var status =
                    meter.run(plugin, ExtensionPoint.RESERVE, state, () -> ask(() -> plugin.reserve(state, pod, node)));
            if (!status.isSuccess()) {
                return failed("Reserve", plugin, status);
            }
        }
        return Status.success();
    }

    /** Undoes {@link #runReserve}, in reverse order; one that fails does not keep the others from it. */
    public void runUnreserve(CycleState state, PodInfo pod, String node) {
        for (int i = reserve.size() - 1; i >= 0; i--) {
            var plugin = reserve.get(i);
            ask(() -> {
                plugin.unreserve(state, pod, node);
                return Status.success();
            });
        }
    }

    /** What the Permit plugins say together: yes, no, or wait for some of them. */
    public Permission runPermit(CycleState state, PodInfo pod, String node) {
        var start = meter.start();
        var permission = permit(state, pod, node);
        meter.stop(ExtensionPoint.PERMIT, permission.status().code(), start);
        return permission;
    }

    private Permission permit(CycleState state, PodInfo pod, String node) {
        SortedMap<String, Duration> waits = new TreeMap<>();
        for (var plugin : permit) {
            var answer = meter.run(
                    plugin, ExtensionPoint.PERMIT, state, () -> ask(plugin, state, pod, node), PermitResult::status);
            var status = answer.status();
            if (status.isWait()) {
                waits.put(plugin.name(), answer.timeout());
            } else if (!status.isSuccess()) {
                return new Permission(failed("Permit", plugin, status).by(plugin.name()), new TreeMap<>());
            }
        }
        return waits.isEmpty()
                ? new Permission(Status.success(), waits)
                : new Permission(
                        Status.waiting("one or more plugins asked to wait and no plugin rejected pod \""
                                + pod.pod().metadata().name() + "\""),
                        waits);
    }

    private static PermitResult ask(PermitPlugin plugin, CycleState state, PodInfo pod, String node) {
        try {
            return plugin.permit(state, pod, node);
        } catch (RuntimeException e) {
            return new PermitResult(Status.error(PluginException.text(e)), Duration.ZERO);
        }
    }

    /** Runs every PreBind plugin, until one objects or waits. */
    public Status runPreBind(CycleState state, PodInfo pod, String node) {
        return meter.measure(ExtensionPoint.PRE_BIND, () -> preBind(state, pod, node));
    }

    private Status preBind(CycleState state, PodInfo pod, String node) {
        for (var plugin : preBind) {
            var status = meter.run(
                    plugin, ExtensionPoint.PRE_BIND, state, () -> ask(() -> plugin.preBind(state, pod, node)));
            if (status.isWait()) {
                return status.by(plugin.name());
            }
            if (!status.isSuccess()) {
                return failed("PreBind", plugin, status);
            }
        }
        return Status.success();
    }

    /** How long the PreBind plugin of this name may keep a pod waiting. */
    Duration patience(String name) {
        for (var plugin : preBind) {
            if (plugin.name().equals(name)) {
                return plugin.patience();
            }
        }
        return Duration.ZERO;
    }

    /** Binds with the first extender that binds, or else the first plugin that does not skip; {@link Status.Code#SKIP} if all do. */
    public Status runBind(CycleState state, PodInfo pod, String node) {
        return meter.measure(ExtensionPoint.BIND, () -> bind(state, pod, node));
    }

    private Status bind(CycleState state, PodInfo pod, String node) {
        var extended = extending.bind(state, pod, node);
        if (!extended.isSkip()) {
            return extended;
        }
        for (var plugin : bind) {
            var status = meter.run(plugin, ExtensionPoint.BIND, state, () -> ask(() -> plugin.bind(state, pod, node)));
            if (!status.isSkip()) {
                return status.isSuccess() ? status : failed("Bind", plugin, status);
            }
        }
        return Status.skip();
    }

    /** Tells all PostBind plugins. Success even if one fails, since the pod is bound; the reasons tell of it. */
    public Status runPostBind(CycleState state, PodInfo pod, String node) {
        return meter.measure(ExtensionPoint.POST_BIND, () -> postBind(state, pod, node));
    }

    private Status postBind(CycleState state, PodInfo pod, String node) {
        var failures = new ArrayList<String>();
        for (var plugin : postBind) {
            var status = meter.run(
                    plugin,
                    ExtensionPoint.POST_BIND,
                    state,
                    () -> ask(() -> {
                        plugin.postBind(state, pod, node);
                        return Status.success();
                    }));
            if (!status.isSuccess()) {
                failures.add(failed("PostBind", plugin, status).message());
            }
        }
        return Status.successful(failures);
    }

    /** A rejection as it is; anything else is an error that names the plugin, as upstream words it. */
    static Status failed(String point, Plugin plugin, Status status) {
        return status.isRejected()
                ? status.by(plugin.name())
                : Status.error("running " + point + " plugin \"" + plugin.name() + "\": " + status.message());
    }
}
