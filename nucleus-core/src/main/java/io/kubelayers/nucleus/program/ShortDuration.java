package io.kubelayers.nucleus.program;

import java.time.Duration;

/** Durations as scripts write them: {@code 500ms}, {@code 20s}, {@code 5m}, {@code 2h} or {@code 1d}. */
public final class ShortDuration {
    private ShortDuration() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Duration parse(String text) {
        var number = text.replaceAll("[a-z]+$", "");
        if (!number.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("container script: " + text + " is no duration");
        }
        long amount = Long.parseLong(number);
        return switch (text.substring(number.length())) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException("container script: " + text + " is no duration");
        };
    }
}
