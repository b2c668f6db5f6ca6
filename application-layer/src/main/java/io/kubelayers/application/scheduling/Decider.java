package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.Diagnosis;
import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.NodeStatuses;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PostFilterResult;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Finds a node for one pod: PreEnqueue, PreFilter, Filter, then PostFilter or PreScore and Score. Upstream:
 * {@code schedulePod} and {@code findNodesThatFitPod} of {@code schedule_one.go}.
 */
final class Decider {
    private static final Status NOT_LOOKED_AT = Status.unresolvable();

    private final Framework framework;
    private final Snapshot snapshot;
    private final ClusterObjects objects;
    private final boolean inDetail;

    /** @param inDetail run all filters on rejected nodes and score single nodes too, for explanations */
    Decider(Framework framework, Snapshot snapshot, ClusterObjects objects, boolean inDetail) {
        this.framework = framework;
        this.snapshot = snapshot;
        this.objects = objects;
        this.inDetail = inDetail;
    }

    /**
     * @param start where in the snapshot the search starts
     * @param random picks one of several best nodes
     */
    Decision decide(PodInfo pod, int start, RandomGenerator random) {
        var gate = framework.runPreEnqueue(pod);
        if (!gate.isSuccess()) {
            var outcome = gate.isRejected() ? Placement.Outcome.GATED : Placement.Outcome.FAILED;
            return undecided(pod, CycleState.over(snapshot, objects), outcome, gate.message(), start);
        }
        return cycle(pod, start, random);
    }

    /** The same for a pod that was let into the queue. */
    Decision cycle(PodInfo pod, int start, RandomGenerator random) {
        var page = framework.memo().take(pod, snapshot, framework.scoring().size());
        try {
            return cycle(pod, start, random, page);
        } finally {
            framework.memo().giveBack(page);
        }
    }

    private Decision cycle(PodInfo pod, int start, RandomGenerator random, NodeMemo.@Nullable Page page) {
        var state = CycleState.over(snapshot, objects);
        framework.meter().begin(state);
        if (snapshot.size() == 0) {
            return undecided(pod, state, Placement.Outcome.UNSCHEDULABLE, "no nodes available to schedule pods", start);
        }
        var preFiltering = framework.meter().start();
        var preFiltered = framework.filtering().preFilter(state, pod);
        var status = preFiltered.status();
        framework.meter().stop(ExtensionPoint.PRE_FILTER, status.code(), preFiltering);
        if (status.isError()) {
            return undecided(pod, state, Placement.Outcome.FAILED, status.message(), start);
        }
        if (!status.isSuccess()) {
            var diagnosis = Diagnosis.preFiltered(snapshot, status, preFiltered.narrowedBy());
            return unschedulable(pod, state, diagnosis, List.of(), start);
        }
        var search = new NodeSearch(framework.filtering().inCycle(state, pod, page), snapshot);
        var filtering = framework.meter().start();
        var failure = search(state, search, pod, preFiltered.nodeNames(), start);
        framework
                .meter()
                .stop(ExtensionPoint.FILTER, failure == null ? Status.Code.SUCCESS : failure.code(), filtering);
        search.report();
        int next = search.next(start);
        if (failure != null) {
            return undecided(pod, state, Placement.Outcome.FAILED, failure.message(), next);
        }
        var statuses = NodeStatuses.of(snapshot, search.statuses, absent(preFiltered));
        var rejections = inDetail ? rejections(state, pod, statuses) : List.<List<Status>>of();
        var feasible = search.feasible();
        if (feasible.isEmpty()) {
            var diagnosis = Diagnosis.filtered(statuses).withPlugins(preFiltered.narrowedBy());
            if (search.isNarrowed()) {
                diagnosis = diagnosis.withPlugins(new TreeSet<>(List.of(Extending.PLUGIN)));
            }
            return unschedulable(pod, state, diagnosis, rejections, next);
        }
        ScoreTable scores;
        try {
            scores = feasible.size() == 1 && !inDetail
                    ? ScoreTable.empty()
                    : framework.scoring().score(state, pod, feasible, page);
        } catch (PluginException e) {
            return undecided(pod, state, Placement.Outcome.FAILED, String.valueOf(e.getMessage()), next);
        }
        if (feasible.size() > 1 || inDetail) {
            framework.extending().prioritize(state, pod, feasible, scores);
        }
        var best = scores.isEmpty() ? new int[1] : scores.bestPlaces();
        var node = feasible.get(best[best.length == 1 ? 0 : random.nextInt(best.length)])
                .name();
        var placement = new Placement(
                pod,
                Placement.Outcome.SCHEDULED,
                node,
                null,
                statuses,
                rejections,
                scores,
                null,
                null,
                "Successfully assigned " + pod.key() + " to " + node,
                state.notes());
        return new Decision(placement, state, next);
    }

    /** Looks for nodes that filters and extenders accept; the failure that ended it, or null. */
    private @Nullable Status search(
            CycleState state, NodeSearch search, PodInfo pod, @Nullable SortedSet<String> names, int start) {
        var nomination = pod.pod().status().nominatedNodeName();
        int nominated = nomination == null ? -1 : snapshot.indexOf(nomination);
        if (nominated >= 0 && search.tries(nominated)) {
            var status = framework.extending().filter(state, pod, search);
            if (status.isSuccess() && search.hasFound()) {
                return null; // room was made for it there
            }
            search.startOver();
        }
        if (names == null) {
            search.all(start, enough(snapshot.size()));
        } else {
            search.only(names, enough(names.size()));
        }
        if (search.error != null) {
            return search.error;
        }
        var status = framework.extending().filter(state, pod, search);
        return status.isSuccess() ? null : status;
    }

    /** One node is enough if nothing ranks nodes and no extender takes some out. */
    private int enough(int nodes) {
        var extending = framework.extending();
        boolean ranks = framework.scoring().size() > 0 || extending.has(Extender.Verb.PRIORITIZE);
        return ranks || inDetail || extending.has(Extender.Verb.FILTER)
                ? NodeSearch.enough(framework.profile().percentageOfNodesToScore(), nodes)
                : Math.min(1, nodes);
    }

    private static Status absent(Filtering.PreFiltered preFiltered) {
        return preFiltered.nodeNames() == null
                ? NOT_LOOKED_AT
                : Status.unresolvable(
                        "node(s) didn't satisfy plugin(s) [" + String.join(" ", preFiltered.narrowedBy()) + "]");
    }

    private List<List<Status>> rejections(CycleState state, PodInfo pod, NodeStatuses statuses) {
        var all = new ArrayList<List<Status>>();
        for (int i = 0; i < statuses.size(); i++) {
            boolean rejected = statuses.isExplicit(i) && !statuses.get(i).isSuccess();
            all.add(rejected ? framework.filtering().allRejections(state, pod, snapshot.node(i)) : List.of());
        }
        return all;
    }

    private Decision unschedulable(
            PodInfo pod, CycleState state, Diagnosis diagnosis, List<List<Status>> rejections, int next) {
        var postFiltering = framework.meter().start();
        PostFilterResult result = framework.filtering().postFilter(state, pod, diagnosis.statuses());
        framework.meter().stop(ExtensionPoint.POST_FILTER, result.status().code(), postFiltering);
        var full = diagnosis.withPostFilterMessage(result.status().message());
        var placement = new Placement(
                pod,
                Placement.Outcome.UNSCHEDULABLE,
                null,
                result.nominatedNode(),
                diagnosis.statuses(),
                rejections,
                ScoreTable.empty(),
                full,
                result.plan(),
                full.fitError(),
                state.notes());
        return new Decision(placement, state, next);
    }

    private Decision undecided(PodInfo pod, CycleState state, Placement.Outcome outcome, String message, int next) {
        return new Decision(undecided(pod, snapshot, outcome, message, state.notes()), state, next);
    }

    /** No answer, since something failed. */
    static Placement failed(PodInfo pod, Snapshot snapshot, String message) {
        return undecided(pod, snapshot, Placement.Outcome.FAILED, message, List.of());
    }

    private static Placement undecided(
            PodInfo pod, Snapshot snapshot, Placement.Outcome outcome, String message, List<Finding> notes) {
        // an answer without a look at the nodes: no plugin rejected, so the queue tries again after a back-off
        var none = new Diagnosis(
                snapshot.size(), NodeStatuses.same(snapshot, NOT_LOOKED_AT), new TreeSet<>(), new TreeSet<>(), "", "");
        return new Placement(
                pod,
                outcome,
                null,
                outcome == Placement.Outcome.GATED
                        ? null
                        : "", // a failure voids an earlier nomination, as again since 1.35
                none.statuses(),
                List.of(),
                ScoreTable.empty(),
                outcome == Placement.Outcome.UNSCHEDULABLE ? none : null,
                null,
                message,
                notes);
    }
}
