package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time that passed while a scenario with controllers was recorded: a few seconds until what is listed was still, and
 * for a CronJob until its minute, which the names of its Jobs tell.
 */
final class RecordedTime {
    private static final Duration STILL = Duration.ofSeconds(4);
    /** When scenarios without controllers were recorded: what they show of longer times counts to it. */
    private static final Instant DAY = Instant.parse("2026-11-22T12:00:00Z");

    private static final Pattern RUN = Pattern.compile("-([0-9]{8})\\b");

    private final RecordedWorlds.World world;
    private final @Nullable Instant run;

    RecordedTime(RecordedWorlds.World world, List<?> steps) {
        this.world = world;
        this.run = world.controllers() ? run(steps) : null;
        if (!world.controllers()) {
            world.cluster().advanceTo(DAY);
        }
        if (run != null) {
            world.cluster().advanceTo(run.minusSeconds(50));
        }
    }

    private static @Nullable Instant run(List<?> steps) {
        var found = RUN.matcher(Codec.json(steps));
        return found.find() ? Instant.ofEpochSecond(60 * Long.parseLong(found.group(1))) : null;
    }

    /** Lets the time pass that had passed when the step was recorded. */
    void passUntil(Map<String, @Nullable Object> step) {
        if (!world.controllers()) {
            return;
        }
        var note = String.valueOf(step.get("note"));
        if (run != null
                && note.equals("after the first run")
                && world.cluster().now().isBefore(run)) {
            world.cluster().advanceTo(run);
        } else if (note.startsWith("settled")) {
            world.cluster().advance(STILL);
        }
    }
}
