package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.FilterHandle;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeLocal;
import io.kubelayers.application.scheduling.framework.NodeStatuses;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PostFilterPlugin;
import io.kubelayers.application.scheduling.framework.PostFilterResult;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs PreFilter, Filter and PostFilter of a profile. Upstream: {@code RunPreFilterPlugins},
 * {@code RunFilterPluginsWithNominatedPods}, {@code RunPostFilterPlugins} of {@code framework/runtime/framework.go}.
 */
final class Filtering implements FilterHandle {
    /** The plugins that take part in this cycle: those that did not skip in PreFilter. */
    record Active(List<FilterPlugin> filters, List<PreFilterPlugin> preFilters) {
        /** How many of the filters, from the first on, look at nothing but the pod and the node. */
        int local() {
            int local = 0;
            while (local < filters.size() && filters.get(local) instanceof NodeLocal) {
                local++;
            }
            return local;
        }
    }

    /** @param page what is known about pods of this kind, or null */
    CycleFilters inCycle(CycleState state, PodInfo pod, NodeMemo.@Nullable Page page) {
        return new CycleFilters(this, meter, state, pod, page, state.require(ACTIVE));
    }

    /**
     * What PreFilter said.
     *
     * @param status success, a rejection or an error
     * @param nodeNames the only nodes to look at, null for all
     * @param narrowedBy the plugins that named nodes
     */
    record PreFiltered(Status status, @Nullable SortedSet<String> nodeNames, SortedSet<String> narrowedBy) {}

    private static final StateKey<Active> ACTIVE = StateKey.named("active filters");

    private final List<PreFilterPlugin> preFilters;
    private final List<FilterPlugin> filters;
    private final List<PostFilterPlugin> postFilters;
    private final List<Extender> extenders;
    private final Meter meter;

    Filtering(Profile profile, List<Extender> extenders, Meter meter) {
        this.extenders = extenders;
        this.meter = meter;
        preFilters = Framework.at(profile, ExtensionPoint.PRE_FILTER, PreFilterPlugin.class);
        filters = Framework.at(profile, ExtensionPoint.FILTER, FilterPlugin.class);
        postFilters = Framework.at(profile, ExtensionPoint.POST_FILTER, PostFilterPlugin.class);
    }

    @Override
    public List<Extender> extenders() {
        return extenders;
    }

    PreFiltered preFilter(CycleState state, PodInfo pod) {
        Set<String> skipped = new HashSet<>();
        var result = preFilter(state, pod, skipped);
        state.write(
                ACTIVE,
                new Active(
                        filters.stream()
                                .filter(plugin -> !skipped.contains(plugin.name()))
                                .toList(),
                        preFilters.stream()
                                .filter(plugin -> !skipped.contains(plugin.name()))
                                .toList()));
        return result;
    }

    private PreFiltered preFilter(CycleState state, PodInfo pod, Set<String> skipped) {
        SortedSet<String> narrowedBy = new TreeSet<>();
        SortedSet<String> nodeNames = null;
        var rejection = Status.success();
        for (var plugin : preFilters) {
            var answer = meter.run(
                    plugin, ExtensionPoint.PRE_FILTER, state, () -> ask(plugin, state, pod), PreFilterResult::status);
            var status = answer.status();
            meter.evaluated(plugin, ExtensionPoint.PRE_FILTER, status.isSkip() ? 0 : 1);
            if (status.isSkip()) {
                skipped.add(plugin.name());
                continue;
            }
            if (status.code() == Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE) {
                return new PreFiltered(status.by(plugin.name()), null, new TreeSet<>());
            }
            if (status.code() == Status.Code.UNSCHEDULABLE) {
                rejection = status.by(plugin.name()); // preemption may help and needs what the others prepare
                continue;
            }
            if (!status.isSuccess()) {
                return new PreFiltered(
                        Status.error("running PreFilter plugin \"" + plugin.name() + "\": " + status.message())
                                .by(plugin.name()),
                        null,
                        new TreeSet<>());
            }
            if (answer.nodeNames() != null) {
                narrowedBy.add(plugin.name());
                nodeNames = nodeNames == null ? new TreeSet<>(answer.nodeNames()) : nodeNames;
                nodeNames.retainAll(answer.nodeNames());
                if (nodeNames.isEmpty()) {
                    return new PreFiltered(Status.unresolvable(unsatisfied(narrowedBy)), nodeNames, narrowedBy);
                }
            }
        }
        return new PreFiltered(rejection, nodeNames, narrowedBy);
    }

    private static PreFilterResult ask(PreFilterPlugin plugin, CycleState state, PodInfo pod) {
        try {
            return plugin.preFilter(state, pod);
        } catch (RuntimeException e) {
            return PreFilterResult.rejected(Status.error(PluginException.text(e)));
        }
    }

    private static String unsatisfied(SortedSet<String> plugins) {
        return plugins.size() == 1
                ? "node(s) didn't satisfy plugin " + plugins.first()
                : "node(s) didn't satisfy plugin(s) [" + String.join(" ", plugins) + "] simultaneously";
    }

    /**
     * With pods of at least the same priority that are nominated to the node counted in, and if it fits then also
     * without them: some filters are only met with them, some only without.
     */
    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        var crowded = node;
        var crowdedState = state;
        for (var nominated : state.snapshot().nominated(node.name())) {
            if (nominated.priority() >= pod.priority() && !nominated.key().equals(pod.key())) {
                if (crowded == node) {
                    crowdedState = state.copy();
                }
                crowded = crowded.with(nominated);
                var status = addPod(crowdedState, pod, nominated, crowded);
                if (!status.isSuccess()) {
                    return status;
                }
            }
        }
        var status = firstRejection(crowdedState, pod, crowded);
        return crowded == node || !status.isSuccess() ? status : firstRejection(state, pod, node);
    }

    private Status firstRejection(CycleState state, PodInfo pod, NodeInfo node) {
        for (var plugin : state.require(ACTIVE).filters()) {
            var status = ask(plugin, state, pod, node);
            if (!status.isSuccess()) {
                return status;
            }
        }
        return Status.success();
    }

    /** Every rejection of the node, in the order of the plugins, as it is and without nominated pods. */
    List<Status> allRejections(CycleState state, PodInfo pod, NodeInfo node) {
        var all = new ArrayList<Status>();
        for (var plugin : state.require(ACTIVE).filters()) {
            var status = ask(plugin, state, pod, node);
            if (!status.isSuccess()) {
                all.add(status);
            }
        }
        return all;
    }

    private static Status ask(FilterPlugin plugin, CycleState state, PodInfo pod, NodeInfo node) {
        Status status;
        try {
            status = plugin.filter(state, pod, node);
        } catch (RuntimeException e) {
            status = Status.error(PluginException.text(e));
        }
        return status.isSuccess() ? status : named(plugin, status);
    }

    static Status named(FilterPlugin plugin, Status status) {
        return status.isRejected()
                ? status.by(plugin.name())
                : Status.error("running \"" + plugin.name() + "\" filter plugin: " + status.message())
                        .by(plugin.name());
    }

    @Override
    public Status addPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node) {
        for (var plugin : state.require(ACTIVE).preFilters()) {
            var status = Framework.ask(() -> plugin.addPod(state, pod, added, node));
            if (!status.isSuccess()) {
                return Status.error(
                        "running AddPod on PreFilter plugin \"" + plugin.name() + "\": " + status.message());
            }
        }
        return Status.success();
    }

    @Override
    public Status removePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node) {
        for (var plugin : state.require(ACTIVE).preFilters()) {
            var status = Framework.ask(() -> plugin.removePod(state, pod, removed, node));
            if (!status.isSuccess()) {
                return Status.error(
                        "running RemovePod on PreFilter plugin \"" + plugin.name() + "\": " + status.message());
            }
        }
        return Status.success();
    }

    /** The first success, error or "nothing helps" ends it; otherwise the reasons of all plugins together. */
    PostFilterResult postFilter(CycleState state, PodInfo pod, NodeStatuses statuses) {
        String nominated = postFilters.isEmpty() ? "" : null; // then nobody has made room, so a nomination is void
        var reasons = new ArrayList<String>();
        for (var plugin : postFilters) {
            var result = meter.run(
                    plugin,
                    ExtensionPoint.POST_FILTER,
                    state,
                    () -> ask(plugin, state, pod, statuses),
                    PostFilterResult::status);
            var status = result.status();
            if (status.isSuccess()
                    || !status.isRejected()
                    || status.code() == Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE) {
                return result;
            }
            nominated = result.nominatedNode() == null ? nominated : result.nominatedNode();
            reasons.addAll(status.reasons());
        }
        return new PostFilterResult(Status.unschedulable(reasons.toArray(new String[0])), nominated, null);
    }

    private PostFilterResult ask(PostFilterPlugin plugin, CycleState state, PodInfo pod, NodeStatuses statuses) {
        try {
            return plugin.postFilter(state, pod, statuses, this);
        } catch (RuntimeException e) {
            return PostFilterResult.rejected(Status.error(PluginException.text(e)));
        }
    }
}
