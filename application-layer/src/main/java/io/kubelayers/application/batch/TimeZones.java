package io.kubelayers.application.batch;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Which names of time zones there are: those of the IANA database, in their own case. */
final class TimeZones {
    /** Zones of the database that Java knows only as abbreviations. */
    private static final Set<String> ABBREVIATED = Set.of("EST", "HST", "MST", "ROC");

    private TimeZones() {}

    /** What is wrong with the name of a zone, if anything. */
    static Optional<String> complaint(String name) {
        if (name.isEmpty() || name.equals("Local") || ABBREVIATED.contains(name)) {
            return Optional.empty();
        }
        if (name.contains("..") || name.startsWith("/") || name.startsWith("\\")) {
            return Optional.of("time: invalid location name");
        }
        boolean known =
                !name.startsWith("SystemV/") && ZoneId.getAvailableZoneIds().contains(name);
        return known ? Optional.empty() : Optional.of("unknown time zone " + name);
    }

    /**
     * The zone of a name that is right.
     *
     * @throws java.time.DateTimeException if there is no such zone
     */
    static ZoneId of(String name) {
        return switch (name) {
            case "", "Local" -> ZoneOffset.UTC;
            case "EST" -> ZoneOffset.ofHours(-5);
            case "MST" -> ZoneOffset.ofHours(-7);
            case "HST" -> ZoneOffset.ofHours(-10);
            case "ROC" -> ZoneId.of("Asia/Taipei");
            default -> ZoneId.of(name);
        };
    }
}
