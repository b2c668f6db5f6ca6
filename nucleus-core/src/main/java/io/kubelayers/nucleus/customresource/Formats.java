package io.kubelayers.nucleus.customresource;

import com.google.re2j.Pattern;
import io.kubelayers.nucleus.validation.GoUrl;
import io.kubelayers.nucleus.validation.Names;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The formats of texts that schemas can ask for (kube-openapi {@code validation/strfmt}, apiextensions
 * {@code validation/formats.go}); unknown ones let everything pass. Dashes in their names don't count.
 */
public final class Formats {
    private static final Set<String> OTHERS = Set.of(
            "date",
            "datetime",
            "byte",
            "uri",
            "ipv4",
            "ipv6",
            "cidr",
            "mac",
            "isbn",
            "isbn10",
            "isbn13",
            "creditcard",
            "password",
            "quantity",
            "k8sshortname",
            "k8slongname",
            "int32",
            "int64",
            "float",
            "double");

    private static final Pattern TIME =
            pattern("^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))$");

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
            Map.entry("bsonobjectid", pattern("^[0-9a-fA-F]{24}$")),
            Map.entry("hexcolor", pattern("^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")),
            Map.entry(
                    "rgbcolor",
                    pattern(
                            "^rgb\\(\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*,\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d"
                                    + "|25[0-5])\\s*,\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*\\)$")),
            Map.entry("ssn", pattern("^\\d{3}[- ]?\\d{2}[- ]?\\d{4}$")),
            Map.entry(
                    "duration",
                    pattern("^\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)\\s*(ns|us|\u00b5s|\u03bcs|ms|s|m|h|d|w|[a-zA-Z]+)"
                            + "(\\s*(\\d+(\\.\\d*)?|\\.\\d+)\\s*[a-zA-Z\u00b5\u03bc]+)*\\s*$|^0$")));

    private Formats() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex);
    }

    /** Whether values are checked against a format, or it at least means something. */
    public static boolean isKnown(String format) {
        var name = format.replace("-", "");
        return PATTERNS.containsKey(name) || OTHERS.contains(name);
    }

    static boolean fits(String format, String text) {
        var name = format.replace("-", "");
        var pattern = PATTERNS.get(name);
        if (pattern != null) {
            return pattern.matcher(text).find();
        }
        return switch (name) {
            case "date" -> parses(text, LocalDate::parse);
            case "datetime" -> isDateTime(text);
            case "byte" -> isBase64(text);
            case "uri" -> isUri(text);
            case "ipv4" -> Names.ip(text).isEmpty() && !text.contains(":");
            case "ipv6" -> Names.ip(text).isEmpty() && text.contains(":");
            case "cidr" -> Names.cidr(text).isEmpty();
            case "mac" -> isMac(text);
            case "isbn" -> CheckDigits.isbn10(text) || CheckDigits.isbn13(text);
            case "isbn10" -> CheckDigits.isbn10(text);
            case "isbn13" -> CheckDigits.isbn13(text);
            case "creditcard" -> CheckDigits.creditCard(text);
            case "k8sshortname" -> Names.dnsLabel(text).isEmpty();
            case "k8slongname" -> Names.dnsSubdomain(text).isEmpty();
            default -> true;
        };
    }

    /** A date, a T, and a time with its offset. */
    private static boolean isDateTime(String text) {
        var parts = text.toLowerCase(Locale.ROOT).split("t", 2);
        if (parts.length < 2 || !parses(parts[0], LocalDate::parse)) {
            return false;
        }
        var time = TIME.matcher(parts[1]);
        return time.find()
                && time.group(1).compareTo("23") <= 0
                && time.group(2).compareTo("59") <= 0
                && time.group(3).compareTo("59") <= 0;
    }

    /** Six, eight or twenty bytes, in pairs or in groups of four. */
    private static boolean isMac(String text) {
        var bytes = text.replaceAll("[:.-]", "").length() / 2;
        boolean length = bytes == 6 || bytes == 8 || bytes == 20;
        return length
                && (text.matches("(?i)[0-9a-f]{2}(:[0-9a-f]{2})+")
                        || text.matches("(?i)[0-9a-f]{2}(-[0-9a-f]{2})+")
                        || text.matches("(?i)[0-9a-f]{4}(\\.[0-9a-f]{4})+"));
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
            GoUrl.parseRequest(text);
            return true;
        } catch (GoUrl.MalformedException malformed) {
            return false;
        }
    }
}
