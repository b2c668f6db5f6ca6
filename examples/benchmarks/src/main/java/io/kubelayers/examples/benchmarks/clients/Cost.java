package io.kubelayers.examples.benchmarks.clients;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a step took, in nanoseconds.
 *
 * @param wall on the clock on the wall
 * @param cpu of the processor, all threads together
 * @param client of the processor, the thread that asks, less what a server in process took of it
 */
record Cost(long wall, long cpu, long client) {
    /** What has been taken until now. */
    static Cost now(ServerTime time) {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cost(System.nanoTime(), machine.getProcessCpuTime(), ServerTime.ofThread() - time.taken());
    }

    Cost since(Cost before) {
        return new Cost(wall - before.wall, cpu - before.cpu, client - before.client);
    }

    Cost best(Cost other) {
        return new Cost(Math.min(wall, other.wall), Math.min(cpu, other.cpu), Math.min(client, other.client));
    }

    Cost each(int times) {
        return new Cost(wall / times, cpu / times, client / times);
    }

    /** This cost beside that of the mock. */
    String against(Cost mock) {
        return String.format(
                Locale.ROOT,
                "%8.1f (%.1f) cpu %8.1f (%.1f)",
                wall / 1e3,
                (double) mock.wall / wall,
                cpu / 1e3,
                (double) mock.cpu / cpu);
    }
}
