package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of drivers, pools, devices, requests and attributes ({@code pkg/apis/resource/validation/validation.go}). */
final class DeviceNames {
    private static final int LONGEST_DRIVER = 63;
    private static final int LONGEST_POOL = 253;
    private static final int LONGEST_ID = 32;
    private static final int LONGEST_UUID = 36;
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private DeviceNames() {}

    static void driver(FieldPath path, String name, FieldErrors errors) {
        if (errors.given(path, name)) {
            errors.notLonger(path, name, LONGEST_DRIVER);
            errors.invalid(path, name, Names.dnsSubdomain(name.toLowerCase(Locale.ROOT)));
        }
    }

    /** One or more subdomains with slashes between them. */
    static void pool(FieldPath path, String name, FieldErrors errors) {
        if (!errors.given(path, name)) {
            return;
        }
        errors.notLonger(path, name, LONGEST_POOL);
        for (var part : name.split("/", -1)) {
            errors.invalid(path, part, Names.dnsSubdomain(part));
        }
    }

    /** A device, request or counter. */
    static void label(FieldPath path, String name, FieldErrors errors) {
        errors.invalid(path, name, Names.dnsLabel(name));
    }

    static void deviceClass(FieldPath path, String name, FieldErrors errors) {
        if (errors.given(path, name)) {
            errors.invalid(path, name, Names.dnsSubdomain(name));
        }
    }

    /** An attribute or capacity, with the domain it belongs to or without. */
    static void qualified(FieldPath path, String name, FieldErrors errors) {
        var parts = name.split("/", -1);
        if (parts.length == 1) {
            identifier(path, name, errors);
        } else if (parts.length == 2) {
            if (parts[0].isEmpty()) {
                errors.invalid(path, "", "the domain must not be empty");
            } else {
                driver(path, parts[0], errors);
            }
            if (parts[1].isEmpty()) {
                errors.invalid(path, "", "the name must not be empty");
            } else {
                identifier(path, parts[1], errors);
            }
        }
    }

    /** The same, with a domain. */
    static void fullyQualified(FieldPath path, String name, FieldErrors errors) {
        qualified(path, name, errors);
        if (name.indexOf('/') < 0) {
            errors.invalid(path, name, "a fully qualified name must be a domain and a name separated by a slash");
        }
    }

    private static void identifier(FieldPath path, String id, FieldErrors errors) {
        errors.notLonger(path, id, LONGEST_ID);
        errors.invalid(path, id, Names.cIdentifier(id));
    }

    /** The share of a device; other notations of such ids are known, but not wanted. */
    static void share(FieldPath path, String id, FieldErrors errors) {
        var problem = problem(id);
        if (!problem.isEmpty()) {
            errors.invalid(path, id, "error validating uid: " + problem);
        } else if (id.length() != LONGEST_UUID || !id.equals(id.toLowerCase(Locale.ROOT))) {
            errors.invalid(
                    path,
                    id,
                    "uid must be in RFC 4122 normalized form, `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` with lowercase"
                            + " hexadecimal characters");
        }
    }

    private static String problem(String id) {
        switch (id.length()) {
            case LONGEST_UUID:
                return UUID.matcher(id).matches() ? "" : "invalid UUID format";
            case LONGEST_UUID + 9:
                if (!id.regionMatches(true, 0, "urn:uuid:", 0, 9)) {
                    return "invalid urn prefix: \"" + id.substring(0, 9) + '"';
                }
                return UUID.matcher(id.substring(9)).matches() ? "" : "invalid UUID format";
            case LONGEST_UUID + 2:
                if (!id.startsWith("{") || !id.endsWith("}")) {
                    return "invalid bracketed UUID format";
                }
                return UUID.matcher(id.substring(1, LONGEST_UUID + 1)).matches() ? "" : "invalid UUID format";
            case 32:
                return id.matches("[0-9a-fA-F]{32}") ? "" : "invalid UUID format";
            default:
                return "invalid UUID length: " + id.length();
        }
    }
}
