package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Amounts of resources in the scheduler's units: cpu in thousandths of a core, memory and ephemeral storage in bytes,
 * all others in whole units. Upstream: {@code Resource} of {@code framework/types.go}.
 *
 * <p>Three longs and, only where there are any, two short arrays sorted by name: sums and comparisons touch no hash map
 * and no {@link Quantity}.
 */
public final class Resources {
    public static final Resources NONE = new Resources(0, 0, 0, 0, new String[0], new long[0]);

    private final long milliCpu;
    private final long memory;
    private final long ephemeralStorage;
    private final long pods;
    private final String[] scalarNames;
    private final long[] scalars;

    private Resources(
            long milliCpu, long memory, long ephemeralStorage, long pods, String[] scalarNames, long[] scalars) {
        this.milliCpu = milliCpu;
        this.memory = memory;
        this.ephemeralStorage = ephemeralStorage;
        this.pods = pods;
        this.scalarNames = scalarNames;
        this.scalars = scalars;
    }

    /** The amounts of a resource list. Names the scheduler does not count are left out, see {@link ScalarResource}. */
    public static Resources of(Map<String, Quantity> amounts) {
        long milliCpu = 0;
        long memory = 0;
        long ephemeralStorage = 0;
        long pods = 0;
        var names = new String[amounts.size()];
        var values = new long[amounts.size()];
        int count = 0;
        for (var amount : amounts.entrySet()) {
            switch (amount.getKey()) {
                case ResourceName.CPU -> milliCpu = amount.getValue().milliValue();
                case ResourceName.MEMORY -> memory = amount.getValue().value();
                case ResourceName.EPHEMERAL_STORAGE -> ephemeralStorage =
                        amount.getValue().value();
                case ResourceName.PODS -> pods = amount.getValue().value();
                default -> {
                    if (ScalarResource.is(amount.getKey())) {
                        count = insert(
                                names,
                                values,
                                count,
                                amount.getKey(),
                                amount.getValue().value());
                    }
                }
            }
        }
        return count == 0
                ? new Resources(milliCpu, memory, ephemeralStorage, pods, NONE.scalarNames, NONE.scalars)
                : new Resources(
                        milliCpu,
                        memory,
                        ephemeralStorage,
                        pods,
                        Arrays.copyOf(names, count),
                        Arrays.copyOf(values, count));
    }

    private static int insert(String[] names, long[] values, int count, String name, long value) {
        int at = count;
        while (at > 0 && names[at - 1].compareTo(name) > 0) {
            names[at] = names[at - 1];
            values[at] = values[at - 1];
            at--;
        }
        names[at] = name;
        values[at] = value;
        return count + 1;
    }

    public long milliCpu() {
        return milliCpu;
    }

    /** Bytes. */
    public long memory() {
        return memory;
    }

    /** Bytes. */
    public long ephemeralStorage() {
        return ephemeralStorage;
    }

    /** How many pods a node takes; 0 in requests. */
    public long pods() {
        return pods;
    }

    /** The amount of an extended resource, of huge pages and the like, 0 if there is none. */
    public long scalar(String name) {
        int at = Arrays.binarySearch(scalarNames, name);
        return at < 0 ? 0 : scalars[at];
    }

    /** Whether there are resources besides cpu, memory, ephemeral storage and pods. */
    public boolean hasScalars() {
        return scalarNames.length > 0;
    }

    /** The names of the resources besides cpu, memory, ephemeral storage and pods, sorted. */
    public List<String> scalarNames() {
        return List.of(scalarNames);
    }

    /** The amount of any resource, in the scheduler's unit. */
    public long get(String name) {
        return switch (name) {
            case ResourceName.CPU -> milliCpu;
            case ResourceName.MEMORY -> memory;
            case ResourceName.EPHEMERAL_STORAGE -> ephemeralStorage;
            case ResourceName.PODS -> pods;
            default -> scalar(name);
        };
    }

    /** Whether nothing at all is named; a scalar resource with amount 0 is named. */
    public boolean isEmpty() {
        return milliCpu == 0 && memory == 0 && ephemeralStorage == 0 && scalarNames.length == 0;
    }

    public Resources plus(Resources other) {
        return combine(other, 1);
    }

    public Resources minus(Resources other) {
        return combine(other, -1);
    }

    private Resources combine(Resources other, int sign) {
        var names = scalarNames;
        var values = scalars;
        if (other.scalarNames.length > 0) {
            names = Arrays.copyOf(scalarNames, scalarNames.length + other.scalarNames.length);
            values = Arrays.copyOf(scalars, names.length);
            int count = scalarNames.length;
            for (int i = 0; i < other.scalarNames.length; i++) {
                int at = Arrays.binarySearch(names, 0, count, other.scalarNames[i]);
                if (at >= 0) {
                    values[at] += sign * other.scalars[i];
                } else {
                    count = insert(names, values, count, other.scalarNames[i], sign * other.scalars[i]);
                }
            }
            names = Arrays.copyOf(names, count);
            values = Arrays.copyOf(values, count);
        }
        return new Resources(
                milliCpu + sign * other.milliCpu,
                memory + sign * other.memory,
                ephemeralStorage + sign * other.ephemeralStorage,
                pods + sign * other.pods,
                names,
                values);
    }

    /** Equal amounts; a resource that is named with 0 equals one that is not named. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Resources that)
                || milliCpu != that.milliCpu
                || memory != that.memory
                || ephemeralStorage != that.ephemeralStorage
                || pods != that.pods) {
            return false;
        }
        for (var name : scalarNames) {
            if (scalar(name) != that.scalar(name)) {
                return false;
            }
        }
        for (var name : that.scalarNames) {
            if (scalar(name) != that.scalar(name)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(milliCpu * 31 + memory) * 31 + Long.hashCode(ephemeralStorage * 31 + pods);
    }

    /** For people: {@code cpu 1500m, memory 1024, example.com/gpu 2}. */
    @Override
    public String toString() {
        var text =
                new StringBuilder("cpu ").append(milliCpu).append("m, memory ").append(memory);
        if (ephemeralStorage != 0) {
            text.append(", ephemeral-storage ").append(ephemeralStorage);
        }
        if (pods != 0) {
            text.append(", pods ").append(pods);
        }
        for (int i = 0; i < scalars.length; i++) {
            text.append(", ").append(scalarNames[i]).append(' ').append(scalars[i]);
        }
        return text.toString();
    }
}
