package io.kubelayers.application.scheduling.framework;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Which nodes an {@link Extender} accepts. Upstream: {@code ExtenderFilterResult} of {@code kube-scheduler/extender/v1}.
 *
 * @param accepted names of the nodes it accepts, in the order in which they are to be looked at from here on
 * @param rejected why it rejects others, where evicting pods might help
 * @param unresolvable why it rejects others, where evicting pods would not help; goes before {@link #rejected}
 */
public record ExtenderVerdict(
        List<String> accepted, SortedMap<String, String> rejected, SortedMap<String, String> unresolvable) {
    public ExtenderVerdict {
        accepted = ImmutableList.copyOf(accepted);
        rejected = ImmutableSortedMap.copyOf(rejected);
        unresolvable = ImmutableSortedMap.copyOf(unresolvable);
    }

    /** Accepts these, and says why not the others. */
    public static ExtenderVerdict of(List<String> accepted, Map<String, String> rejected) {
        return new ExtenderVerdict(accepted, ImmutableSortedMap.copyOf(rejected), ImmutableSortedMap.of());
    }
}
