package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.Comparison;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.report.Section;
import io.kubelayers.interfaces.scheduling.SchedulingSections;
import java.util.List;

/**
 * Assertions about what another scheduler or configuration changes.
 *
 * <pre>{@code
 * assertThat(Scheduling.on(nodes, pods).compare(packing, more)).keepsPodsScheduled().emptiesNodes(2);
 * }</pre>
 */
public final class ComparisonAssert extends DecisionAssert<ComparisonAssert, Comparison> {
    ComparisonAssert(Comparison comparison) {
        super(comparison, ComparisonAssert.class);
    }

    /** No pod goes elsewhere. */
    public ComparisonAssert changesNothing() {
        return check(actual.differing().isEmpty(), "every pod goes to the same node", differing());
    }

    /** Exactly these pods ({@code namespace/name}) go elsewhere. */
    public ComparisonAssert moves(String... pods) {
        var wanted = List.of(pods).stream().sorted().toList();
        var found = actual.differing().stream().sorted().toList();
        return check(found.equals(wanted), "only " + wanted + " go elsewhere", differing());
    }

    private String differing() {
        return actual.differing() + " go elsewhere";
    }

    /** Whoever finds a node by the first does by the second. */
    public ComparisonAssert keepsPodsScheduled() {
        var lost = actual.second().unscheduled().stream()
                .map(placement -> placement.pod().key())
                .filter(key -> actual.first().of(key).isScheduled())
                .toList();
        return check(lost.isEmpty(), "no pod loses its node", lost + " find none by the second");
    }

    /** The second leaves at least so many more nodes without pods. */
    public ComparisonAssert emptiesNodes(int more) {
        int first = actual.firstBalance().emptyNodes();
        int second = actual.secondBalance().emptyNodes();
        return check(
                second - first >= more,
                "at least " + more + " more empty nodes",
                first + " are empty by the first, " + second + " by the second");
    }

    /** The second spreads requested cpu no less evenly. */
    public ComparisonAssert keepsBalance() {
        double first = actual.firstBalance().cpu().deviation();
        double second = actual.secondBalance().cpu().deviation();
        return check(
                second <= first,
                "cpu requested no less evenly",
                String.format(java.util.Locale.ROOT, "the deviation is %.1f%%, was %.1f%%", second * 100, first * 100));
    }

    private ComparisonAssert check(boolean holds, String wish, String found) {
        if (!holds) {
            throw mismatch(explained(Mismatch.expected(wish).but(found)));
        }
        return this;
    }

    @Override
    Mismatch explained(Mismatch mismatch) {
        Section differences = SchedulingSections.of(actual, "first", "second").get(0);
        List<Part> tables =
                differences.parts().stream().filter(Part.Grid.class::isInstance).toList();
        return mismatch.why(tables);
    }
}
