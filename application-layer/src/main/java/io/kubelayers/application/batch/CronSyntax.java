package io.kubelayers.application.batch;

import io.kubelayers.nucleus.validation.GoText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a text is a schedule: five fields for minute, hour, day of month, month and day of week, or a name such as
 * {@code @daily}. Complaints read as those of the cron library that upstream uses.
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
    private static final Set<String> NAMED =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final String EVERY = "@every ";

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
            check(schedule);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.ofNullable(refusal.getMessage());
        }
    }

    private static void check(String schedule) {
        var spec = withoutZone(schedule);
        if (spec.startsWith("@")) {
            named(spec);
            return;
        }
        var words = spec.isBlank() ? new String[0] : spec.strip().split("\\s+");
        if (words.length != FIELDS.size()) {
            throw new Refusal(
                    "expected exactly 5 fields, found " + words.length + ": [" + String.join(" ", words) + "]");
        }
        for (int i = 0; i < words.length; i++) {
            for (var part : words[i].split(",")) {
                if (!part.isEmpty()) {
                    range(part, FIELDS.get(i));
                }
            }
        }
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

    private static void named(String name) {
        if (NAMED.contains(name)) {
            return;
        }
        if (!name.startsWith(EVERY)) {
            throw new Refusal("unrecognized descriptor: " + name);
        }
        var duration = name.substring(EVERY.length());
        if (!duration.matches(
                "[-+]?(\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h)((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h))*|[-+]?0")) {
            throw new Refusal(
                    "failed to parse duration " + name + ": time: invalid duration " + GoText.quote(duration));
        }
    }

    private static void range(String text, Field field) {
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
