package io.kubelayers.interfaces.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Messages of validation as a server of 1.35 words them. Since 1.34 values in errors are JSON; before, anything but
 * scalars was Go's dump of it, {@code intstr.IntOrString{Type:0, IntVal:1, StrVal:""}}.
 */
final class NewerMessages {
    private static final Pattern DUMP = Pattern.compile(
            "(?<=value: )&?(\\[\\]|\\*)?(map\\[string\\][\\w.]+|\\[\\]\\w+|[a-z0-9]+\\.[A-Z]\\w*|string|int32)(\\{|\\(nil\\))");
    private static final Pattern NUMBER =
            Pattern.compile("intstr\\.IntOrString\\{Type:0, IntVal:(-?\\d+), StrVal:\"\"\\}");
    private static final Pattern TEXT =
            Pattern.compile("intstr\\.IntOrString\\{Type:1, IntVal:0, StrVal:(\"[^\"]*\")\\}");

    /** What changed, as Go's library for tests prints it: in a form that it says not to rely on. */
    private static final Pattern DIFF =
            Pattern.compile("\\n[ \\u00a0]+(?:core|v1)\\.\\w+\\{\\n.*\\n[ \\u00a0]+\\}\\n", Pattern.DOTALL);

    /** A claim that has nothing yet may ask for less, since volumes whose expansion failed can be recovered (1.32). */
    private static final Pattern SMALLER = Pattern.compile(
            "\\[?(spec: Forbidden: spec is immutable.*?), spec\\.resources\\.requests\\.storage: Forbidden: field can not be"
                    + " less than previous value\\]?",
            Pattern.DOTALL);

    private static final Pattern BARE_LENGTH = Pattern.compile("Too long: may not be longer than (\\d+)(?! bytes)");

    private static final Pattern TIME =
            Pattern.compile("(Invalid value: )(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d) \\+0000 UTC");

    private static final Pattern POLICIES = Pattern.compile("\"Policies\":(\\[[^]]*]|null)");

    /** Since 1.33 there are several ranges, none of which is told. */
    private static final Pattern NOT_IN_RANGE = Pattern.compile(
            "the provided IP \\([^)]*\\) is not in the valid range\\. The range of valid IPs is [\\w.:/]+");

    private static final Map<String, String> NEWER = new LinkedHashMap<>();

    static {
        // lengths count bytes, and say so where the rule was rewritten
        NEWER.put("Too long: must have at most ", "Too long: may not be more than ");
        NEWER.put("name part must be no more than 63 characters", "name part must be no more than 63 bytes");
        NEWER.put("prefix part must be no more than 253 characters", "prefix part must be no more than 253 bytes");
        NEWER.put("must be no more than 63 characters", "must be no more than 63 {{any}}");
        NEWER.put("a qualified name must consist of", "a valid label key must consist of");
        NEWER.put(
                "may only be set when `type` is 'NodePort' or 'LoadBalancer'",
                "may only be set for externally-accessible services");
        NEWER.put("uid must not be empty", "must not be empty");
        NEWER.put("must be 'Exist' when scope", "must be 'Exists' when scope"); // 1.31
        NEWER.put(
                "{{any}}: must be valid CIDR",
                "{{any}}: must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
        NEWER.put("must be valid IP address", "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
        NEWER.put(
                "except resources.requests for bound claims",
                "except resources.requests and volumeAttributesClassName for bound claims");
        NEWER.put("spec.hostAliases.ip", "spec.hostAliases[{{any}}].ip"); // positions since 1.34
        NEWER.put("spec.hostAliases.hostnames", "spec.hostAliases[{{any}}].hostnames[{{any}}]");
        NEWER.put("configMapKeyRef` or `secretKeyRef`", "configMapKeyRef`, `secretKeyRef` or `fileKeyRef`");
        NEWER.put(
                "\"Lt\": supported values: \"Equal\", \"Exists\"",
                "\"Lt\": supported values: \"Equal\", \"Exists\", \"Lt\", \"Gt\"");
        NEWER.put("Required value: kind is required", "Required value");
        NEWER.put("Required value: name is required", "Required value");
        NEWER.put("Required value: service name is required", "Required value");
        NEWER.put("Required value: service namespace is required", "Required value");
        NEWER.put("Required value: schemas are required", "Required value"); // no field is named again since 1.34
        NEWER.put(": message must be non-empty if specified", ": must be non-empty if specified");
        NEWER.put(": message must not contain line breaks", ": must not contain line breaks");
        NEWER.put(
                "type must be 'Exempt' if and only if name is 'exempt'",
                "must be 'Exempt' if and only if `name` is 'exempt'");
        NEWER.put(": fieldPath must be ", ": must be ");
        NEWER.put(": fieldPath must not contain line breaks", ": must not contain line breaks");
        NEWER.put("invalid: CSINodeDriver: ", "invalid: spec.drivers: ");
        NEWER.put("\"\": name must not be empty", "\"\": must not be empty");
        NEWER.put(
                "must appear in spec.versions",
                "missing from spec.versions; {{any}} was previously a storage version, and must remain in spec.versions"
                        + " until a storage migration ensures no data remains persisted in {{any}} and removes {{any}}"
                        + " from status.storedVersions");
        NEWER.put("\"\": kind must not be empty", "\"\": must not be empty");
        NEWER.put("not a valid CIDR", "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
        NEWER.put(
                "'updateStrategy', 'persistentVolumeClaimRetentionPolicy'",
                "'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy'");
    }

    private NewerMessages() {}

    static String of(String text) {
        if (text.equals("10.96.0.0")) {
            return "{{any}}"; // what a dry run of a service shows instead of an address, from another allocator since
            // 1.33
        }
        if (text.equals("CSINodeDriver")) {
            return "spec.drivers"; // the field of drivers that may not change, since 1.34
        }
        if (text.startsWith("{\"ScaleUp\":")) {
            return POLICIES.matcher(text).replaceAll("$0,\"Tolerance\":null"); // autoscalers have tolerances since 1.33
        }
        var newer = DIFF.matcher(text).replaceAll("\n{{any}}");
        newer = NUMBER.matcher(newer).replaceAll("$1");
        newer = TEXT.matcher(newer).replaceAll("$1");
        newer = newer.replace("map[string]interface {}{", "{");
        // a patched object in a message: creation times that are not set are left out since 1.34
        newer = newer.replace("\\\"creationTimestamp\\\":null,", "").replace("\\\"creationTimestamp\\\":null", "");
        newer = BARE_LENGTH.matcher(newer).replaceAll("Too long: may not be more than $1 bytes");
        newer = newer.replace(
                "metadata.resourceVersion: Invalid value: 0x0:", "metadata.resourceVersion: Invalid value: 0:");
        newer = newer.replace("Invalid value: 0x0: must be specified", "Invalid value: 0: must be specified");
        newer = TIME.matcher(newer).replaceAll("$1\"$2T$3Z\"");
        newer = SMALLER.matcher(newer).replaceAll("$1");
        newer = NOT_IN_RANGE.matcher(newer).replaceAll("the provided network does not match the current range");
        newer = withoutDumps(newer);
        for (var change : NEWER.entrySet()) {
            newer = newer.replace(change.getKey(), change.getValue());
        }
        return newer;
    }

    /** A dump can't be read back: what stands for it may be anything. */
    private static String withoutDumps(String text) {
        var out = new StringBuilder();
        var matcher = DUMP.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            int end = matcher.group(3).equals("{") ? closing(text, matcher.end()) : matcher.end();
            out.append(text, from, matcher.start()).append(ofNothing(text.substring(matcher.start(), end)));
            from = end;
        }
        return out.append(text.substring(from)).toString();
    }

    /** A dump of nothing is JSON of nothing. */
    private static String ofNothing(String dump) {
        if (dump.endsWith("(nil)")) {
            return "null";
        } else if (dump.equals("[]byte{}")) {
            return "\"\"";
        } else if (dump.endsWith("{}")) {
            return dump.startsWith("[]") ? "[]" : dump.startsWith("map[") ? "{}" : "{{any}}";
        }
        return "{{any}}";
    }

    /** The place after the brace that closes one that was opened just before. */
    private static int closing(String text, int start) {
        int depth = 1;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
