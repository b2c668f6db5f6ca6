package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Plugin;
import io.kubelayers.application.scheduling.framework.QueueingHint;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs work of plugins so that one that never returns does not hold up the scheduler. */
interface Guard {
    /** For plugins that are known to return: runs the work, and that is all. */
    Guard NONE = new Guard() {
        @Override
        public <T> T run(Supplier<T> work, Function<String, T> late) {
            return work.get();
        }
    };

    /**
     * What the work gives.
     *
     * @param late what to give in its place when a plugin does not return; is told which it is, in words for a message
     */
    <T> T run(Supplier<T> work, Function<String, T> late);

    /** A plugin's hint, which may help if it does not return. */
    default QueueingHint hint(Plugin plugin, QueueingHint hint) {
        return hint;
    }
}
