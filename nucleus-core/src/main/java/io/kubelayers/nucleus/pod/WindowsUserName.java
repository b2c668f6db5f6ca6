package io.kubelayers.nucleus.pod;

import java.util.ArrayList;
import java.util.List;

/** The rules for names of Windows users, such as {@code DOMAIN\\user}, of which the domain may be left out. */
final class WindowsUserName {
    private static final String FIELD = "runAsUserName";
    private static final String USER = FIELD + "'s User ";
    private static final int DOMAIN_MAX = 256;
    private static final int USER_MAX = 104;
    private static final int NET_BIOS_MAX = 15;
    private static final int LABEL_MAX = 63;

    private WindowsUserName() {}

    static List<String> complaints(String name) {
        if (name.isEmpty()) {
            return List.of(FIELD + " cannot be an empty string");
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return List.of(FIELD + " cannot contain control characters");
        }
        int backslash = name.indexOf('\\');
        if (backslash != name.lastIndexOf('\\')) {
            return List.of(FIELD + " cannot contain more than one backslash");
        }
        var complaints = new ArrayList<String>();
        if (backslash >= 0) {
            domain(name.substring(0, backslash), complaints);
        }
        user(name.substring(backslash + 1), complaints);
        return complaints;
    }

    private static void domain(String domain, List<String> complaints) {
        if (domain.length() >= DOMAIN_MAX) {
            complaints.add(FIELD + "'s Domain length must be under " + DOMAIN_MAX + " characters");
        }
        if (!isNetBios(domain) && !isDns(domain)) {
            complaints.add(FIELD + "'s Domain doesn't match the NetBios nor the DNS format");
        }
    }

    private static void user(String user, List<String> complaints) {
        if (user.isEmpty()) {
            complaints.add(USER + "cannot be empty");
        } else if (user.length() > USER_MAX) {
            complaints.add(USER + "length must not be longer than " + USER_MAX + " characters");
        }
        if (!user.isEmpty() && user.chars().allMatch(c -> c == '.' || c == ' ')) {
            complaints.add(USER + "cannot contain only periods or spaces");
        }
        if (user.chars().anyMatch(c -> "\"/\\:;|=,+*?<>@[]".indexOf(c) >= 0)) {
            complaints.add(USER + "cannot contain the following characters: \"/\\:;|=,+*?<>@[]");
        }
    }

    private static boolean isNetBios(String domain) {
        return !domain.isEmpty()
                && domain.length() <= NET_BIOS_MAX
                && domain.charAt(0) != '.'
                && domain.chars().noneMatch(c -> "\\/:*?\"<>|".indexOf(c) >= 0);
    }

    private static boolean isDns(String domain) {
        for (var label : domain.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > LABEL_MAX || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
            if (!label.chars().allMatch(c -> c == '-' || c < 0x80 && Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return true;
    }
}
