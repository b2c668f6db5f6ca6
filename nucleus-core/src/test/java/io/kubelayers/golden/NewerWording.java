package io.kubelayers.golden;

import java.util.regex.Pattern;

/**
 * How texts recorded from Kubernetes 1.26 read in 1.35, where upstream reworded them. Each rule says what changed; the
 * meaning did not.
 */
public final class NewerWording {
    private static final Pattern DNS_LABEL =
            Pattern.compile("a lowercase RFC 1123 label must consist of .*?\\[a-z0-9]\\)\\?'\\)");
    private static final Pattern GO_TEXTS =
            Pattern.compile("(value: )\\[]string\\{((?:\"(?:[^\"\\\\]|\\\\.)*\"(?:, )?)*)}");
    private static final Pattern GO_TIME =
            Pattern.compile("(value: )(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d) \\+0000 UTC");

    private NewerWording() {}

    /** The rules that hold for any text. */
    public static String of(String text) {
        // Values that are neither text nor number are shown as JSON, no longer in Go syntax.
        var newer = text.replace("value: []string(nil)", "value: null")
                .replace("value: 0001-01-01 00:00:00 +0000 UTC", "value: null");
        newer = GO_TIME.matcher(newer).replaceAll("$1\"$2T$3Z\"");
        newer = GO_TEXTS.matcher(newer).replaceAll(found -> jsonTexts(found.group(1), found.group(2)));
        return newer
                // The limit of a text that is too long.
                .replaceAll("must have at most (\\d+) bytes", "may not be more than $1 bytes")
                // The names of owners.
                .replaceAll("\\b(kind|name|uid) must not be empty", "must not be empty")
                // Qualified names are called label keys, and limits on them are in bytes.
                .replace("a qualified name must consist", "a valid label key must consist")
                .replaceAll(
                        "(name|prefix) part must be no more than (\\d+) characters",
                        "$1 part must be no more than $2 bytes");
    }

    /** A text about keys or values of labels, whose limits are in bytes. */
    public static String ofLabels(String text) {
        return of(text).replaceAll("must be no more than (\\d+) characters", "must be no more than $1 bytes");
    }

    /** A text about a value that should be a DNS label: if it is a DNS subdomain, the newer text blames the dots. */
    public static String ofDnsLabel(String text, String value) {
        return value.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+")
                ? DNS_LABEL.matcher(of(text)).replaceAll("must not contain dots")
                : of(text);
    }

    private static String jsonTexts(String before, String texts) {
        var json = before + "[" + texts.replace("\", \"", "\",\"") + "]";
        return json.replace("\\", "\\\\").replace("$", "\\$");
    }
}
