package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Errors that only said again what another of the same refusal says, and are no longer among them: since 1.33 addresses
 * that are there twice are refused for being of one family alone, and since 1.34 the name of a driver that is not there is
 * not called malformed too. Since 1.33 the missing name of an operating system is not explained, and
 * since 1.31 a revision that loses its data is refused for the change alone.
 */
final class NewerErrors {
    private static final Pattern TWICE = Pattern.compile("spec\\.podCIDRs\\[\\d+]|status\\.(podIPs|hostIPs)\\[\\d+]");
    private static final Pattern DRIVER =
            Pattern.compile("(.*\\.)?driver|spec\\.attacher|spec\\.drivers\\[\\d+]\\.name");
    private static final String MALFORMED = "Invalid value: \"\": a lowercase RFC 1123 subdomain";

    private NewerErrors() {}

    private static final String NO_ADDRESS = ": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> step) {
        if (!(Tree.get(step, "response", "body", "details", "causes") instanceof List<?> all)) {
            return step;
        }
        var families = families(all);
        if (!families.equals(all)) {
            return Rewriting.response(step, (at, map) -> {
                if (at.equals(".body.details")) {
                    map.put("causes", families);
                } else if (at.equals(".body")) {
                    map.put("message", familyMessage(String.valueOf(map.get("message")), families));
                }
            });
        }
        var explained = exclusive(Rewriting.texts(step, NewerErrors::unexplained));
        var dropped = all.stream().filter(cause -> isGone(cause, all)).toList();
        if (dropped.isEmpty()) {
            return explained;
        }
        var left = new ArrayList<Object>(all);
        left.removeAll(dropped);
        return Rewriting.response(explained, (at, map) -> {
            if (at.equals(".body.details")) {
                map.put("causes", left);
            } else if (at.equals(".body")) {
                map.put(
                        "message",
                        without(
                                dropped,
                                String.valueOf(map.get("message")),
                                Set.copyOf(left).size() == 1));
            }
        });
    }

    /** Since 1.33 what is no address is told once, and the wrong family of the addresses as a whole. */
    private static List<Object> families(List<?> causes) {
        var newer = new ArrayList<Object>();
        for (var cause : causes) {
            var field = String.valueOf(Tree.get(cause, "field"));
            var message = String.valueOf(Tree.get(cause, "message"));
            boolean noAddress = causes.stream()
                    .anyMatch(other -> field.equals(Tree.get(other, "field"))
                            && String.valueOf(Tree.get(other, "message")).endsWith(": must be a valid IP address"));
            if (!field.startsWith("endpoints[") || !message.matches(".*: must be a valid IP(v[46])? address")) {
                newer.add(cause);
            } else if (!message.endsWith(" IP address")) {
                var changed = new LinkedHashMap<>(Tree.map(cause));
                changed.put("field", noAddress ? field : field.replaceFirst("\\[\\d+]$", ""));
                changed.put(
                        "message",
                        noAddress
                                ? message.replaceFirst(": must be a valid IPv[46] address$", NO_ADDRESS)
                                : message.replaceFirst("must be a valid (IPv[46])", "must be an $1"));
                newer.add(changed);
            }
        }
        return newer;
    }

    private static String familyMessage(String message, List<Object> causes) {
        var texts = causes.stream()
                .map(cause -> Tree.get(cause, "field") + ": " + Tree.get(cause, "message"))
                .distinct()
                .toList();
        var start = message.substring(0, message.indexOf(" is invalid: ") + " is invalid: ".length());
        return texts.size() == 1 ? start + texts.get(0) : start + "[" + String.join(", ", texts) + "]";
    }

    /** Since 1.34 conditions that exclude each other are wrong as a whole. */
    private static Map<String, @Nullable Object> exclusive(Map<String, @Nullable Object> step) {
        var both = "Approved and Denied conditions are mutually exclusive";
        return Rewriting.response(step, (at, map) -> {
            if (at.equals(".body.details.causes[]")
                    && String.valueOf(map.get("message")).endsWith(both)) {
                map.put("field", "status.conditions");
            } else if (at.equals(".body") && String.valueOf(map.get("message")).endsWith(both)) {
                map.put(
                        "message",
                        String.valueOf(map.get("message")).replaceAll("(status\\.conditions)\\[\\d+]\\.type", "$1"));
            }
        });
    }

    private static String unexplained(String text) {
        return text.equals("Required value: cannot be empty")
                ? "Required value"
                : text.replace("spec.os.name: Required value: cannot be empty", "spec.os.name: Required value");
    }

    private static boolean isGone(Object cause, List<?> all) {
        var field = String.valueOf(Tree.get(cause, "field"));
        if ("FieldValueDuplicate".equals(Tree.get(cause, "reason"))) {
            return TWICE.matcher(field).matches();
        }
        if (field.equals("data") && "Required value: data is mandatory".equals(Tree.get(cause, "message"))) {
            return all.size() > 1;
        }
        return DRIVER.matcher(field).matches()
                && String.valueOf(Tree.get(cause, "message")).startsWith(MALFORMED)
                && all.stream()
                        .anyMatch(other -> field.equals(Tree.get(other, "field"))
                                && "FieldValueRequired".equals(Tree.get(other, "reason")));
    }

    private static String without(List<?> causes, String message, boolean single) {
        var rest = message;
        for (var cause : causes) {
            var text = Tree.get(cause, "field") + ": " + Tree.get(cause, "message");
            rest = rest.contains(", " + text) ? rest.replace(", " + text, "") : rest.replace(text + ", ", "");
        }
        return single ? rest.replaceFirst(" is invalid: \\[(.*)]$", " is invalid: $1") : rest;
    }
}
