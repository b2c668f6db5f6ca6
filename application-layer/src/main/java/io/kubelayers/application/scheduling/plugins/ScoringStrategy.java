package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.nucleus.core.ResourceName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@link NodeResourcesFit} ranks nodes that have room. Upstream: {@code ScoringStrategy} of
 * {@code NodeResourcesFitArgs}; formulas of {@code plugins/noderesources/least_allocated.go},
 * {@code most_allocated.go} and {@code requested_to_capacity_ratio.go}.
 *
 * @param type the formula
 * @param resources what it looks at; cpu and memory alike by default
 * @param shape the line of {@link Type#REQUESTED_TO_CAPACITY_RATIO}, null for the others
 */
public record ScoringStrategy(Type type, List<ResourceWeight> resources, @Nullable UtilizationShape shape) {
    /** The formulas there are; each gives 0 to 100 a resource, and the weighted mean counts. */
    public enum Type {
        /** {@code (capacity - requested) * 100 / capacity}: spreads pods. */
        LEAST_ALLOCATED,
        /** {@code requested * 100 / capacity}: packs pods. */
        MOST_ALLOCATED,
        /** A line through points of one's own over {@code requested * 100 / capacity}. */
        REQUESTED_TO_CAPACITY_RATIO
    }

    /** What resources are looked at unless one says otherwise. */
    static final List<ResourceWeight> CPU_AND_MEMORY =
            List.of(new ResourceWeight(ResourceName.CPU, 1), new ResourceWeight(ResourceName.MEMORY, 1));

    public ScoringStrategy {
        resources = List.copyOf(resources);
        if ((type == Type.REQUESTED_TO_CAPACITY_RATIO) != (shape != null)) {
            throw new IllegalArgumentException("a shape belongs to RequestedToCapacityRatio, and to it alone");
        }
    }

    public static ScoringStrategy leastAllocated() {
        return new ScoringStrategy(Type.LEAST_ALLOCATED, CPU_AND_MEMORY, null);
    }

    public static ScoringStrategy mostAllocated() {
        return new ScoringStrategy(Type.MOST_ALLOCATED, CPU_AND_MEMORY, null);
    }

    public static ScoringStrategy requestedToCapacityRatio(UtilizationShape shape) {
        return new ScoringStrategy(Type.REQUESTED_TO_CAPACITY_RATIO, CPU_AND_MEMORY, shape);
    }

    /** The same formula over these resources. */
    public ScoringStrategy over(ResourceWeight... resources) {
        return new ScoringStrategy(type, List.of(resources), shape);
    }

    /**
     * The score of a node.
     *
     * @param requested of each resource, the pod included
     * @param allocatable of each resource; one the node does not have, or the pod does not want, is 0 and left out
     */
    long score(long[] requested, long[] allocatable) {
        long sum = 0;
        long weights = 0;
        for (int i = 0; i < requested.length; i++) {
            if (allocatable[i] == 0) {
                continue;
            }
            long score = score(requested[i], allocatable[i]);
            if (type == Type.REQUESTED_TO_CAPACITY_RATIO && score <= 0) {
                continue;
            }
            sum += score * resources.get(i).weight();
            weights += resources.get(i).weight();
        }
        if (weights == 0) {
            return 0;
        }
        return type == Type.REQUESTED_TO_CAPACITY_RATIO ? Math.round((double) sum / weights) : sum / weights;
    }

    private long score(long requested, long capacity) {
        return switch (type) {
            case LEAST_ALLOCATED -> requested > capacity ? 0 : (capacity - requested) * 100 / capacity;
                // pods without requests are counted with a minimum, so more than there is may be requested
            case MOST_ALLOCATED -> Math.min(requested, capacity) * 100 / capacity;
            case REQUESTED_TO_CAPACITY_RATIO -> line(requested > capacity ? 100 : requested * 100 / capacity);
        };
    }

    private long line(long utilization) {
        return shape == null ? 0 : shape.at(utilization);
    }
}
