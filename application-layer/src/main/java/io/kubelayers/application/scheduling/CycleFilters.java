package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeFilter;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The filters in one cycle, which look at nodes by their places in the snapshot: what node-local ones said to pods of the same
 * kind is remembered, the others are asked. Belongs to one thread.
 */
final class CycleFilters {
    private final Filtering filtering;
    private final Meter meter;
    private final CycleState state;
    private final PodInfo pod;
    private final NodeMemo.@Nullable Page page;
    private final FilterPlugin[] filters;
    private final @Nullable NodeFilter[] bound;
    private final int local;
    private final boolean isCrowded;
    private final int[] calls;
    private final Duration @Nullable [] took;

    CycleFilters(
            Filtering filtering,
            Meter meter,
            CycleState state,
            PodInfo pod,
            NodeMemo.@Nullable Page page,
            Filtering.Active active) {
        this.filtering = filtering;
        this.meter = meter;
        this.state = state;
        this.pod = pod;
        this.page = page;
        this.filters = active.filters().toArray(new FilterPlugin[0]);
        this.local = active.local();
        this.bound = new NodeFilter[filters.length];
        this.isCrowded = state.snapshot().hasNominated();
        this.calls = new int[filters.length];
        this.took = meter.isSampled(state) ? new Duration[filters.length] : null;
    }

    /** As {@link Filtering#filter}. */
    Status filter(int index) {
        var node = state.snapshot().node(index);
        if (page != null) {
            page.visit(index, node);
        }
        if (page == null || isCrowded) {
            return filtering.filter(state, pod, node);
        }
        var known = page.status(index);
        var status = known == null ? first(index, 0, local) : known;
        if (known == null && !status.isError()) {
            page.remember(index, status);
        }
        return status.isSuccess() ? first(index, local, filters.length) : status;
    }

    private Status first(int index, int from, int to) {
        for (int i = from; i < to; i++) {
            var status = took == null ? ask(i, index) : measured(i, index, took);
            calls[i]++;
            if (!status.isSuccess()) {
                return Filtering.named(filters[i], status);
            }
        }
        return Status.success();
    }

    private Status measured(int filter, int index, @Nullable Duration[] sums) {
        var start = meter.start();
        var status = ask(filter, index);
        var time = Duration.between(start, meter.start());
        var before = sums[filter];
        sums[filter] = before == null ? time : before.plus(time);
        return status;
    }

    private Status ask(int filter, int index) {
        try {
            var known = bound[filter];
            if (known == null) {
                known = filters[filter].filter(state, pod);
                bound[filter] = known;
            }
            return known.at(index);
        } catch (RuntimeException e) {
            return Status.error(PluginException.text(e));
        }
    }

    /** Tells the meter what was asked. */
    void report() {
        for (int i = 0; meter.counts() && i < filters.length; i++) {
            meter.evaluated(filters[i], ExtensionPoint.FILTER, calls[i]);
            var time = took == null ? null : took[i];
            if (time != null) {
                meter.executed(filters[i], ExtensionPoint.FILTER, Status.Code.SUCCESS, time);
            }
        }
    }
}
