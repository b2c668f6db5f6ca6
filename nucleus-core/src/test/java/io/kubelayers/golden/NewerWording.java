package io.kubelayers.golden;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How texts recorded from Kubernetes 1.26 read in 1.35, where upstream reworded them. Each rule says what changed; what
 * is valid and what matches did not. This is the one place for such differences of wording.
 */
public final class NewerWording {
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern GO_TEXTS = Pattern.compile("(value: )\\[]string\\{((?:" + QUOTED + "(?:, )?)*)}");
    private static final Pattern GO_TIME =
            Pattern.compile("(value: )(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d) \\+0000 UTC");
    private static final Pattern LABEL_OPERATOR =
            Pattern.compile("(matchExpressions\\[\\d+]\\.operator: Unsupported value: " + QUOTED + ")(?!: supported)");
    private static final Pattern FIELD_OPERATOR =
            Pattern.compile("(matchFields\\[\\d+]\\.operator: Unsupported value: " + QUOTED + ")(?!: supported)");
    private static final Pattern DNS_LABEL =
            Pattern.compile("a lowercase RFC 1123 label must consist of .*?\\[a-z0-9]\\)\\?'\\)");
    private static final Pattern DOTTED =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+");

    private NewerWording() {}

    /** The rules that hold for any text. */
    public static String of(String text) {
        return labelKeys(owners(limits(operators(values(text)))));
    }

    /** A value that is neither text nor number is shown as JSON, no longer in Go syntax. */
    private static String values(String text) {
        var newer = text.replace("value: []string(nil)", "value: null")
                .replace("value: 0001-01-01 00:00:00 +0000 UTC", "value: null");
        newer = GO_TIME.matcher(newer).replaceAll("$1\"$2T$3Z\"");
        return GO_TEXTS.matcher(newer)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "[" + found.group(2).replace("\", \"", "\",\"") + "]"));
    }

    /** The operators that a node selector could have used are listed. */
    private static String operators(String text) {
        var newer = LABEL_OPERATOR
                .matcher(text)
                .replaceAll("$1: supported values: \"In\", \"NotIn\", \"Exists\", \"DoesNotExist\", \"Gt\", \"Lt\"");
        return FIELD_OPERATOR.matcher(newer).replaceAll("$1: supported values: \"In\", \"NotIn\"");
    }

    /** The limit of a text that is too long. */
    private static String limits(String text) {
        return text.replaceAll("must have at most (\\d+) bytes", "may not be more than $1 bytes");
    }

    /** The field that an owner reference lacks is named by the path alone. */
    private static String owners(String text) {
        return text.replaceAll("\\b(kind|name|uid) must not be empty", "must not be empty");
    }

    /** Qualified names are called label keys, and their limits are in bytes. */
    private static String labelKeys(String text) {
        return text.replace("a qualified name must consist", "a valid label key must consist")
                .replaceAll(
                        "(name|prefix) part must be no more than (\\d+) characters",
                        "$1 part must be no more than $2 bytes");
    }

    /** A text about keys or values of labels: the limit of a value is in bytes too. */
    public static String ofLabels(String text) {
        return of(text).replaceAll("must be no more than (\\d+) characters", "must be no more than $1 bytes");
    }

    /** A text about a value that should be a DNS label: if it is a DNS subdomain, the newer text blames the dots. */
    public static String ofDnsLabel(String text, String value) {
        return DOTTED.matcher(value).matches()
                ? DNS_LABEL.matcher(of(text)).replaceAll("must not contain dots")
                : of(text);
    }
}
