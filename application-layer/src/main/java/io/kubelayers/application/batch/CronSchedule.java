package io.kubelayers.application.batch;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times at which a CronJob runs, as robfig/cron reckons them ({@code spec.go}): whole minutes whose fields are all
 * among those wanted. Of day of month and day of week one is enough if both are restricted. Times that the clock skips in
 * spring never come, those that it repeats in autumn come twice.
 *
 * <p>A field is a set of numbers, as bits.
 */
public final class CronSchedule {
    /** Mark of a field that was given as {@code *}. */
    static final long ANY = 1L << 63;

    /** After so many years without a match there is none, as for the 31st of February. */
    private static final int LAST_YEAR = 5;

    private final long minutes;
    private final long hours;
    private final long days;
    private final long months;
    private final long weekdays;
    private final ZoneId zone;
    private final @Nullable Duration interval;

    private CronSchedule(
            long minutes, long hours, long days, long months, long weekdays, ZoneId zone, @Nullable Duration interval) {
        this.minutes = minutes;
        this.hours = hours;
        this.days = days;
        this.months = months;
        this.weekdays = weekdays;
        this.zone = zone;
        this.interval = interval;
    }

    static CronSchedule of(long minutes, long hours, long days, long months, long weekdays, ZoneId zone) {
        return new CronSchedule(minutes, hours, days, months, weekdays, zone, null);
    }

    static CronSchedule every(Duration interval) {
        return new CronSchedule(0, 0, 0, 0, 0, ZoneOffset.UTC, interval);
    }

    /**
     * The schedule of a CronJob.
     *
     * @throws IllegalArgumentException if it is none, with upstream's complaint
     */
    public static CronSchedule of(CronJob.Spec spec) {
        var zone = spec.timeZone() == null ? ZoneOffset.UTC : TimeZones.of(spec.timeZone());
        return CronSyntax.parse(spec.schedule(), zone);
    }

    /** The first time after that one; empty if there is none within five years. */
    public Optional<Instant> next(Instant after) {
        if (interval != null) {
            return Optional.of(after.plus(interval).truncatedTo(ChronoUnit.SECONDS));
        }
        var from = ZonedDateTime.ofInstant(after.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1), zone);
        // the schedule has no seconds: only whole minutes match
        var time = from.getSecond() == 0
                ? from
                : from.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        int lastYear = from.getYear() + LAST_YEAR;
        while (time.getYear() <= lastYear) {
            if (!has(months, time.getMonthValue())) {
                time = time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
            } else if (!hasDay(time)) {
                time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!has(hours, time.getHour())) {
                time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!has(minutes, time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return Optional.of(time.toInstant());
            }
        }
        return Optional.empty();
    }

    private boolean hasDay(ZonedDateTime time) {
        boolean day = has(days, time.getDayOfMonth());
        boolean weekday = has(
                weekdays,
                time.getDayOfWeek() == DayOfWeek.SUNDAY
                        ? 0
                        : time.getDayOfWeek().getValue());
        boolean anyDay = (days & ANY) != 0 || (weekdays & ANY) != 0;
        return anyDay ? day && weekday : day || weekday;
    }

    private static boolean has(long numbers, int number) {
        return (numbers & 1L << number) != 0;
    }

    /** The zone in which the schedule is told. */
    ZoneId zone() {
        return zone;
    }
}
