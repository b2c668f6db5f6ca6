package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.validation.Names;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The formats of texts that schemas can ask for (kube-openapi {@code validation/strfmt}); unknown ones let everything pass. */
final class Formats {
    private static final Map<String, Pattern> PATTERNS = Map.ofEntries(
            Map.entry("uuid", pattern("(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$")),
            Map.entry("uuid3", pattern("(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$")),
            Map.entry(
                    "uuid4", pattern("(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$")),
            Map.entry(
                    "uuid5", pattern("(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$")),
            Map.entry("email", pattern("^[^@\\s<>]+@[^@\\s<>]+$")),
            Map.entry(
                    "hostname",
                    pattern("^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)*"
                            + "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.?$")),
            Map.entry("mac", pattern("(?i)^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$|^([0-9a-f]{4}\\.){2}[0-9a-f]{4}$")),
            Map.entry("bsonobjectid", pattern("^[0-9a-fA-F]{24}$")),
            Map.entry("hexcolor", pattern("^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")),
            Map.entry(
                    "rgbcolor",
                    pattern(
                            "^rgb\\(\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*,\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d"
                                    + "|25[0-5])\\s*,\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*\\)$")),
            Map.entry("ssn", pattern("^\\d{3}[- ]?\\d{2}[- ]?\\d{4}$")),
            Map.entry("creditcard", pattern("^[0-9 -]{13,23}$")),
            Map.entry("isbn", pattern("^(?=.{10,17}$)[0-9 -]+[0-9X]$")),
            Map.entry("isbn10", pattern("^([0-9][ -]?){9}[0-9X]$")),
            Map.entry("isbn13", pattern("^([0-9][ -]?){13}$")),
            Map.entry(
                    "duration",
                    pattern("^\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)\\s*(ns|us|\u00b5s|\u03bcs|ms|s|m|h|d|w|[a-zA-Z]+)"
                            + "(\\s*(\\d+(\\.\\d*)?|\\.\\d+)\\s*[a-zA-Z\u00b5\u03bc]+)*\\s*$|^0$")));

    private static final Set<String> DATE_TIMES = Set.of("datetime", "date-time");

    private Formats() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex);
    }

    static boolean fits(String format, String text) {
        var pattern = PATTERNS.get(format);
        if (pattern != null) {
            return pattern.matcher(text).find();
        }
        if (DATE_TIMES.contains(format)) {
            return parses(text, OffsetDateTime::parse);
        }
        return switch (format) {
            case "date" -> parses(text, LocalDate::parse);
            case "byte" -> isBase64(text);
            case "uri" -> isUri(text);
            case "ipv4" -> Names.ip(text).isEmpty() && !text.contains(":");
            case "ipv6" -> Names.ip(text).isEmpty() && text.contains(":");
            case "cidr" -> Names.cidr(text).isEmpty();
            default -> true;
        };
    }

    private static boolean parses(String text, Consumer<String> parser) {
        try {
            parser.accept(text);
            return true;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return text.length() % 4 == 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** A request URI: a path, or something with a scheme. */
    private static boolean isUri(String text) {
        try {
            return text.startsWith("/") || new URI(text).isAbsolute();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
