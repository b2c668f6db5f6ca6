package io.kubelayers.application.batch;

import io.kubelayers.nucleus.validation.GoText;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads schedules: five fields for minute, hour, day of month, month and day of week, or a name such as
 * {@code @daily} (robfig/cron {@code parser.go}). Complaints read as those of the cron library that upstream uses.
 */
final class CronSyntax {
    private static final List<String> NO_NAMES = List.of();
    private static final List<Field> FIELDS = List.of(
            new Field(0, 59, NO_NAMES),
            new Field(0, 23, NO_NAMES),
            new Field(1, 31, NO_NAMES),
            new Field(
                    1,
                    12,
                    List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
            new Field(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));
    private static final Map<String, String> NAMED = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final String EVERY = "@every ";
    private static final Pattern DURATION_PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|ms|s|m|h)");

    private CronSyntax() {}

    /**
     * What the numbers of a field may be.
     *
     * @param names words for the numbers, by number
     */
    private record Field(int least, int most, List<String> names) {}

    /** Says no, and why. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refusal(String why) {
            super(why, null, false, false);
        }
    }

    /** What is wrong with a schedule, if anything. */
    static Optional<String> complaint(String schedule) {
        try {
            read(schedule, null);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.ofNullable(refusal.getMessage());
        }
    }

    /**
     * The schedule that a text stands for.
     *
     * @param zone where it is told, unless the text says so itself
     * @throws IllegalArgumentException if the text is no schedule, with the complaint
     */
    static CronSchedule parse(String schedule, ZoneId zone) {
        try {
            return read(schedule, zone);
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.getMessage(), refusal);
        }
    }

    private static CronSchedule read(String schedule, @Nullable ZoneId given) {
        var spec = withoutZone(schedule);
        var zone = spec.length() == schedule.length() ? given : ownZone(schedule);
        if (spec.startsWith("@")) {
            if (!NAMED.containsKey(spec)) {
                return CronSchedule.every(interval(spec));
            }
            spec = NAMED.get(spec);
        }
        var words = spec.isBlank() ? new String[0] : spec.strip().split("\\s+");
        if (words.length != FIELDS.size()) {
            throw new Refusal(
                    "expected exactly 5 fields, found " + words.length + ": [" + String.join(" ", words) + "]");
        }
        var bits = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            for (var part : words[i].split(",")) {
                if (!part.isEmpty()) {
                    bits[i] |= range(part, FIELDS.get(i));
                }
            }
        }
        return CronSchedule.of(bits[0], bits[1], bits[2], bits[3], bits[4], zone == null ? ZoneOffset.UTC : zone);
    }

    private static ZoneId ownZone(String schedule) {
        var name = schedule.substring(schedule.indexOf('=') + 1, schedule.indexOf(' '));
        return TimeZones.of(name);
    }

    private static String withoutZone(String schedule) {
        if (!schedule.startsWith("TZ=") && !schedule.startsWith("CRON_TZ=")) {
            return schedule;
        }
        int space = schedule.indexOf(' ');
        if (space < 0) {
            throw new Refusal("expected exactly 5 fields, found 1: [" + schedule + "]");
        }
        var zone = schedule.substring(schedule.indexOf('=') + 1, space);
        TimeZones.complaint(zone).ifPresent(why -> {
            throw new Refusal("provided bad location " + zone + ": " + why);
        });
        return schedule.substring(space).strip();
    }

    private static Duration interval(String name) {
        if (!name.startsWith(EVERY)) {
            throw new Refusal("unrecognized descriptor: " + name);
        }
        var duration = name.substring(EVERY.length());
        if (!duration.matches(
                "[-+]?(\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h)((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h))*+|[-+]?0")) {
            throw new Refusal(
                    "failed to parse duration " + name + ": time: invalid duration " + GoText.quote(duration));
        }
        double seconds = 0;
        var parts = DURATION_PART.matcher(duration);
        while (parts.find()) {
            seconds += Double.parseDouble(parts.group(1))
                    * switch (parts.group(2)) {
                        case "h" -> 3600;
                        case "m" -> 60;
                        case "s" -> 1;
                        default -> 0; // below a second: intervals are whole seconds
                    };
        }
        return Duration.ofSeconds(duration.startsWith("-") ? 1 : Math.max(1, (long) seconds));
    }

    private static long range(String text, Field field) {
        var steps = text.split("/", -1);
        var limits = steps[0].split("-", -1);
        boolean all = limits[0].equals("*") || limits[0].equals("?");
        int first = all ? field.least() : number(limits[0], field);
        int last = all ? field.most() : first;
        if (!all && limits.length == 2) {
            last = number(limits[1], field);
        } else if (!all && limits.length > 2) {
            throw new Refusal("too many hyphens: " + text);
        }
        if (steps.length > 2) {
            throw new Refusal("too many slashes: " + text);
        }
        int step = steps.length == 2 ? number(steps[1]) : 1;
        if (steps.length == 2 && limits.length == 1) {
            last = field.most();
        }
        if (first < field.least()) {
            throw new Refusal("beginning of range (" + first + ") below minimum (" + field.least() + "): " + text);
        }
        if (last > field.most()) {
            throw new Refusal("end of range (" + last + ") above maximum (" + field.most() + "): " + text);
        }
        if (first > last) {
            throw new Refusal("beginning of range (" + first + ") beyond end of range (" + last + "): " + text);
        }
        if (step == 0) {
            throw new Refusal("step of range should be a positive number: " + text);
        }
        long bits = all && step == 1 ? CronSchedule.ANY : 0;
        for (int i = first; i <= last; i += step) {
            bits |= 1L << i;
        }
        return bits;
    }

    private static int number(String text, Field field) {
        int named = text.isEmpty() ? -1 : field.names().indexOf(text.toLowerCase(Locale.ROOT));
        return named >= 0 ? named : number(text);
    }

    private static int number(String text) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            var why = text.matches("[-+]?\\d+") ? "value out of range" : "invalid syntax";
            throw new Refusal(
                    "failed to parse int from " + text + ": strconv.Atoi: parsing " + GoText.quote(text) + ": " + why);
        }
        if (number < 0) {
            throw new Refusal("negative number (" + number + ") not allowed: " + text);
        }
        return number;
    }
}
