package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares trees with recorded ones in which placeholders stand, and collects what differs, path by path. */
final class TreeComparison {
    private static final int MOST = 8;
    private static final List<String> IGNORED =
            List.of(System.getProperty("api.ignore", "").split(","));

    private final Placeholders bound;
    private final List<String> differences = new ArrayList<>();
    private boolean listBody;

    TreeComparison(Placeholders bound) {
        this.bound = bound;
    }

    List<String> differences() {
        return differences;
    }

    void compare(String path, @Nullable Object expected, @Nullable Object actual) {
        if (differences.size() >= MOST) {
            return;
        }
        if ("{{any}}".equals(expected) && actual != null) {
            return;
        }
        if (expected instanceof Map<?, ?> recorded && actual instanceof Map<?, ?> ours) {
            maps(path, Tree.map(recorded), Tree.map(ours));
        } else if (expected instanceof List<?> recorded && actual instanceof List<?> ours) {
            lists(path, recorded, ours);
        } else if (expected instanceof String text && path.endsWith("metadata.resourceVersion")) {
            version(path, text, actual);
        } else if (!leaf(path, expected, actual)) {
            differs(path, expected, actual);
        }
    }

    private boolean leaf(String path, @Nullable Object expected, @Nullable Object actual) {
        if ("{{any}}".equals(expected)) {
            return actual != null;
        }
        if (expected instanceof String text && actual != null && !(actual instanceof Map || actual instanceof List)) {
            if (actual instanceof String && path.endsWith("message") && bracketed(text, (String) actual)) {
                return true;
            }
            return (actual instanceof String || text.startsWith("{{port")) && bound.matches(text, actual.toString());
        }
        if (expected instanceof Number one && actual instanceof Number other) {
            return one.doubleValue() == other.doubleValue();
        }
        return expected == null ? actual == null : expected.equals(actual);
    }

    /** Several errors in one message come in the order of the code, or of Go's maps. */
    private boolean bracketed(String expected, String actual) {
        int open = expected.indexOf('[');
        if (open < 0 || !expected.endsWith("]") || !actual.endsWith("]") || actual.indexOf('[') < 0) {
            return false;
        }
        var first = parts(bound.filled(expected));
        return first.equals(parts(actual));
    }

    private static TreeSet<String> parts(String message) {
        int open = message.indexOf('[');
        var parts = new TreeSet<>(
                Arrays.asList(message.substring(open + 1, message.length() - 1).split(", ")));
        parts.add(message.substring(0, open));
        return parts;
    }

    private void maps(String path, Map<String, @Nullable Object> expected, Map<String, @Nullable Object> actual) {
        var names = new TreeSet<String>(expected.keySet());
        names.addAll(actual.keySet());
        names.removeAll(IGNORED);
        for (var name : names) {
            var inner = path + "." + name;
            if (!actual.containsKey(name) && !actual.containsKey(bound.filled(name))) {
                if (!keyMatches(name, expected, actual)) {
                    differs(inner, expected.get(name), "nothing");
                }
            } else if (!expected.containsKey(name)) {
                if (expected.keySet().stream()
                        .noneMatch(key -> Placeholders.in(key) && bound.copy().matches(key, name))) {
                    differs(inner, "nothing", actual.get(name));
                }
            } else {
                compare(inner, expected.get(name), actual.get(bound.filled(name)));
            }
        }
    }

    /** A key with a placeholder that nothing has bound before, such as the fields of owner references. */
    private boolean keyMatches(
            String name, Map<String, @Nullable Object> expected, Map<String, @Nullable Object> actual) {
        if (!Placeholders.in(name)) {
            return false;
        }
        for (var key : actual.keySet()) {
            if (bound.matches(name, key)) {
                compare(name, expected.get(name), actual.get(key));
                return true;
            }
        }
        return false;
    }

    private void lists(String path, List<?> expected, List<?> actual) {
        if (path.endsWith("managedFields") || path.endsWith("causes") || generatedNames(expected)) {
            compareUnordered(path, expected, actual);
            return;
        }
        if (expected.size() != actual.size()) {
            differs(path + " (" + expected.size() + " items, not " + actual.size() + ")", expected, actual);
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            compare(path + "[" + i + "]", expected.get(i), actual.get(i));
        }
    }

    private static boolean generatedNames(List<?> items) {
        for (var item : items) {
            if (Tree.text(item, "metadata", "name").contains("{{gen")
                    || Tree.text(item, "metadata", "name").contains("{{hash")
                    || Tree.text(item, "object", "metadata", "name").contains("{{gen")) {
                return true;
            }
        }
        return false;
    }

    /** Each expected item must be among the others, in any order. */
    void compareUnordered(String path, List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            differs(path + " (" + expected.size() + " items, not " + actual.size() + ")", expected, actual);
            return;
        }
        var left = new ArrayList<Object>(actual);
        for (int i = 0; i < expected.size(); i++) {
            int found = indexOf(expected.get(i), left);
            if (found < 0) {
                differs(path + "[" + i + "]", expected.get(i), left.size() == 1 ? left.get(0) : left);
                return;
            }
            left.remove(found);
        }
    }

    private int indexOf(@Nullable Object expected, List<Object> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            var trial = new TreeComparison(bound.copy());
            trial.compare("", expected, candidates.get(i));
            if (trial.differences().isEmpty()) {
                bound.learn(trial.bound);
                return i;
            }
        }
        return -1;
    }

    /** The version of a list may be that of another object written before it. */
    private void version(String path, String expected, @Nullable Object actual) {
        if (!(actual instanceof String text) || !bound.copy().matches(expected, text)) {
            var known = bound.version(expected);
            boolean later = actual instanceof String newer
                    && known != null
                    && path.equals("body.metadata.resourceVersion")
                    && newer.matches("[0-9]+")
                    && Long.parseLong(newer) > known
                    && listBody;
            if (!later) {
                differs(path, expected + (known == null ? "" : " = " + known), actual);
            }
            return;
        }
        bound.matches(expected, text);
    }

    /** Tells that the body is a list, whose version may be newer than its newest object. */
    TreeComparison ofList() {
        listBody = true;
        return this;
    }

    private void differs(String path, @Nullable Object expected, @Nullable Object actual) {
        differences.add("  " + path + "\n    expected " + text(expected) + "\n    got      " + text(actual));
    }

    private String text(@Nullable Object tree) {
        return Replay.shortened(tree instanceof String text ? bound.filled(text) : Codec.json(bound.filledTree(tree)));
    }
}
