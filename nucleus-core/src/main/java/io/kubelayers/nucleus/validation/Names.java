package io.kubelayers.nucleus.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules for names and other short texts. Each method gives the complaints about a text, none if it is valid, in
 * the words of {@code apimachinery/pkg/util/validation} and {@code pkg/api/validate/content}.
 *
 * <p>Lengths are limits on UTF-8 bytes. Every rule takes time linear in the length of the text.
 */
public final class Names {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String NAME_PART = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String NOT_A_NAME = Complaint.pattern(
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                    + " character",
            NAME_PART,
            "MyName",
            "my.name",
            "123-abc");
    private static final int LABEL_MAX = 63;
    private static final int SUBDOMAIN_MAX = 253;
    private static final int PORT_NAME_MAX = 15;

    private Names() {}

    /** A DNS label (RFC 1123): lower case letters, digits and inner hyphens, at most 63. */
    public static List<String> dnsLabel(String text) {
        boolean valid = Scan.isDnsLabel(text);
        if (valid && text.length() <= LABEL_MAX) {
            return List.of();
        }
        var complaints = tooLong(text, LABEL_MAX);
        if (!valid && Scan.isDnsSubdomain(text, 0)) {
            complaints.add("must not contain dots");
        } else if (!valid) {
            complaints.add(Complaint.pattern(
                    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must"
                            + " start and end with an alphanumeric character",
                    LABEL,
                    "my-name",
                    "123-abc"));
        }
        return complaints;
    }

    /** A DNS subdomain (RFC 1123): DNS labels joined by dots, at most 253 in all. */
    public static List<String> dnsSubdomain(String text) {
        boolean valid = Scan.isDnsSubdomain(text, 0);
        if (valid && text.length() <= SUBDOMAIN_MAX) {
            return List.of();
        }
        var complaints = tooLong(text, SUBDOMAIN_MAX);
        if (!valid) {
            complaints.add(Complaint.pattern(
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.',"
                            + " and must start and end with an alphanumeric character",
                    SUBDOMAIN,
                    "example.com"));
        }
        return complaints;
    }

    /** A {@link #dnsSubdomain} that may have underscores where it may have hyphens, such as a domain to search. */
    public static List<String> dnsSubdomainWithUnderscore(String text) {
        boolean valid = Scan.isDnsSubdomainWithUnderscore(text);
        if (valid && text.length() <= SUBDOMAIN_MAX) {
            return List.of();
        }
        var complaints = tooLong(text, SUBDOMAIN_MAX);
        if (!valid) {
            complaints.add(Complaint.pattern(
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.',"
                            + " and must start and end with an alphanumeric character",
                    "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*",
                    "example.com"));
        }
        return complaints;
    }

    /** A DNS label (RFC 1035): as a {@link #dnsLabel}, but a letter comes first. */
    public static List<String> dns1035Label(String text) {
        boolean valid = Scan.isDns1035Label(text);
        if (valid && text.length() <= LABEL_MAX) {
            return List.of();
        }
        var complaints = tooLong(text, LABEL_MAX);
        if (!valid) {
            complaints.add(Complaint.pattern(
                    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
                            + " alphabetic character, and end with an alphanumeric character",
                    "[a-z]([-a-z0-9]*[a-z0-9])?",
                    "my-name",
                    "abc-123"));
        }
        return complaints;
    }

    /** A DNS subdomain with {@code *.} before it, as in the host of an Ingress. */
    public static List<String> wildcardDnsSubdomain(String text) {
        boolean valid = text.startsWith("*.") && Scan.isDnsSubdomain(text, 2);
        if (valid && text.length() <= SUBDOMAIN_MAX) {
            return List.of();
        }
        var complaints = tooLong(text, SUBDOMAIN_MAX);
        if (!valid) {
            complaints.add(Complaint.pattern(
                    "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must"
                            + " consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric"
                            + " character",
                    "\\*\\." + SUBDOMAIN,
                    "*.example.com"));
        }
        return complaints;
    }

    /** A label key, also called qualified name: a name of at most 63, a DNS subdomain and a slash may precede it. */
    public static List<String> qualifiedName(String text) {
        int slash = text.indexOf('/');
        if (slash != text.lastIndexOf('/')) {
            return List.of("a valid label key " + NOT_A_NAME
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        var name = text.substring(slash + 1);
        boolean valid = Scan.isLabelName(name);
        var ofPrefix = slash > 0 ? dnsSubdomain(text.substring(0, slash)) : List.<String>of();
        if (slash != 0 && ofPrefix.isEmpty() && valid && name.length() <= LABEL_MAX) {
            return List.of();
        }
        var complaints = new ArrayList<String>();
        if (slash == 0) {
            complaints.add("prefix part " + Complaint.EMPTY);
        }
        prefixPart(ofPrefix, complaints);
        if (name.isEmpty()) {
            complaints.add("name part " + Complaint.EMPTY);
        } else if (Scan.bytes(name) > LABEL_MAX) {
            complaints.add("name part " + Complaint.longerThanBytes(LABEL_MAX));
        }
        if (!valid) {
            complaints.add("name part " + NOT_A_NAME);
        }
        return complaints;
    }

    private static void prefixPart(List<String> ofPrefix, List<String> complaints) {
        for (var complaint : ofPrefix) {
            complaints.add("prefix part "
                    + (complaint.equals(Complaint.longerThan(SUBDOMAIN_MAX))
                            ? Complaint.longerThanBytes(SUBDOMAIN_MAX)
                            : complaint));
        }
    }

    /** The value of a label: empty, or a name of at most 63. */
    public static List<String> labelValue(String text) {
        boolean valid = text.isEmpty() || Scan.isLabelName(text);
        if (valid && text.length() <= LABEL_MAX) {
            return List.of();
        }
        var complaints = new ArrayList<String>();
        if (Scan.bytes(text) > LABEL_MAX) {
            complaints.add(Complaint.longerThanBytes(LABEL_MAX));
        }
        if (!valid) {
            complaints.add(Complaint.pattern(
                    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and"
                            + " must start and end with an alphanumeric character",
                    "(" + NAME_PART + ")?",
                    "MyValue",
                    "my_value",
                    "12345"));
        }
        return complaints;
    }

    /** An identifier of the language C. */
    public static List<String> cIdentifier(String text) {
        return Scan.isCIdentifier(text)
                ? List.of()
                : List.of(Complaint.pattern(
                        "a valid C identifier must start with alphabetic character or '_', followed by a string of"
                                + " alphanumeric characters or '_'",
                        "[A-Za-z_][A-Za-z0-9_]*",
                        "my_name",
                        "MY_NAME",
                        "MyName"));
    }

    /** The name of an environment variable by the rule of old; see {@link #relaxedEnvVarName}. */
    public static List<String> envVarName(String text) {
        var complaints = new ArrayList<String>();
        if (!Scan.isEnvVarName(text)) {
            complaints.add(Complaint.pattern(
                    "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or"
                            + " '.', and must not start with a digit",
                    "[-._a-zA-Z][-._a-zA-Z0-9]*",
                    "my.env-name",
                    "MY_ENV.NAME",
                    "MyEnvName1"));
        }
        parentFolder(text, complaints);
        return complaints;
    }

    /** The name of an environment variable: any printable ASCII but the equals sign. */
    public static List<String> relaxedEnvVarName(String text) {
        if (text.isEmpty()) {
            return List.of("environment variable name " + Complaint.EMPTY);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '=') {
                return List.of("a valid environment variable name must consist only of printable ASCII characters"
                        + " other than '='");
            }
        }
        return List.of();
    }

    /** A key of a ConfigMap or Secret, which may become the name of a file. */
    public static List<String> configKey(String text) {
        if (text.length() <= SUBDOMAIN_MAX && Scan.isConfigKey(text) && text.charAt(0) != '.') {
            return List.of();
        }
        var complaints = tooLong(text, SUBDOMAIN_MAX);
        if (!Scan.isConfigKey(text)) {
            complaints.add(Complaint.pattern(
                    "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
                    "[-._a-zA-Z0-9]+",
                    "key.name",
                    "KEY_NAME",
                    "key-name"));
        }
        parentFolder(text, complaints);
        return complaints;
    }

    private static void parentFolder(String text, List<String> complaints) {
        if (text.equals(".") || text.equals("..")) {
            complaints.add("must not be '" + text + "'");
        } else if (text.startsWith("..")) {
            complaints.add("must not start with '..'");
        }
    }

    /** The name of a port (RFC 6335, lower case): at most 15, at least one letter, single inner hyphens. */
    public static List<String> portName(String text) {
        boolean charset = !text.isEmpty();
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            charset &= Scan.isLowerOrDigit(c) || c == '-';
            letter |= Scan.isLower(c);
        }
        if (charset && letter && text.length() <= PORT_NAME_MAX && text.indexOf('-') < 0) {
            return List.of();
        }
        var complaints = tooLong(text, PORT_NAME_MAX);
        if (!charset) {
            complaints.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (!letter) {
            complaints.add("must contain at least one letter (a-z)");
        }
        if (text.contains("--")) {
            complaints.add("must not contain consecutive hyphens");
        }
        if (text.startsWith("-") || text.endsWith("-")) {
            complaints.add("must not begin or end with a hyphen");
        }
        return complaints;
    }

    /** The number of a port, 1 to 65535. */
    public static List<String> portNumber(int port) {
        return inRange(port, 1, 65535);
    }

    /** A number between two others, both included. */
    public static List<String> inRange(long value, long low, long high) {
        return value >= low && value <= high ? List.of() : List.of(Complaint.outside(low, high));
    }

    /** A percentage: digits and a percent sign. */
    public static List<String> percent(String text) {
        return Scan.isPercent(text)
                ? List.of()
                : List.of(Complaint.pattern(
                        "a valid percent string must be a numeric string followed by an ending '%'",
                        "[0-9]+%", "1%", "93%"));
    }

    /** The name of an HTTP header. */
    public static List<String> httpHeader(String text) {
        return Scan.isHttpHeader(text)
                ? List.of()
                : List.of(Complaint.pattern(
                        "a valid HTTP header must consist of alphanumeric characters or '-'",
                        "[-A-Za-z0-9]+",
                        "X-Header-Name"));
    }

    /** A name that can stand between two slashes of a path, as the names of RBAC objects. */
    public static List<String> pathSegment(String text) {
        return text.equals(".") || text.equals("..") ? List.of("may not be '" + text + "'") : pathSegmentPrefix(text);
    }

    /** The beginning of a {@link #pathSegment}, to which something will be appended. */
    public static List<String> pathSegmentPrefix(String text) {
        var complaints = new ArrayList<String>();
        if (text.contains("/")) {
            complaints.add("may not contain '/'");
        }
        if (text.contains("%")) {
            complaints.add("may not contain '%'");
        }
        return complaints;
    }

    /** An IPv4 or IPv6 address; leading zeros are let pass, as upstream does in fields of old. */
    public static List<String> ip(String text) {
        return IpText.isAddress(text)
                ? List.of()
                : List.of("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
    }

    /** A range of addresses such as {@code 10.9.8.0/24}; bits set behind the prefix are let pass. */
    public static List<String> cidr(String text) {
        return IpText.isRange(text)
                ? List.of()
                : List.of("must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
    }

    /** The number of a user or group. */
    public static List<String> userOrGroupId(long id) {
        return inRange(id, 0, Integer.MAX_VALUE);
    }

    private static List<String> tooLong(String text, int max) {
        var complaints = new ArrayList<String>();
        if (Scan.bytes(text) > max) {
            complaints.add(Complaint.longerThan(max));
        }
        return complaints;
    }
}
