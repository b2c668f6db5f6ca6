package io.kubelayers.nucleus.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** RFC 6902: a list of operations, applied in order, all or none. */
public final class JsonPatch {
    /** Most operations of one patch, as the API server allows (apiserver {@code handlers/patch.go}). */
    public static final int MOST_OPERATIONS = 10_000;

    private JsonPatch() {}

    /**
     * The target as the operations leave it.
     *
     * @throws PatchException if the patch is malformed or an operation does not apply
     */
    public static @Nullable Object apply(@Nullable Object target, @Nullable Object patch) {
        if (!(patch instanceof List<?> operations)) {
            throw new PatchException("a JSON patch is a list of operations");
        }
        if (operations.size() > MOST_OPERATIONS) {
            throw new PatchException("The allowed maximum operations in a JSON patch is " + MOST_OPERATIONS + ", got "
                    + operations.size());
        }
        var result = target;
        for (var operation : operations) {
            result = one(result, operation);
        }
        return result;
    }

    private static @Nullable Object one(@Nullable Object root, @Nullable Object operation) {
        if (!(operation instanceof Map<?, ?> fields)) {
            throw new PatchException("an operation is an object");
        }
        var path = JsonPointer.parse(text(fields, "path"));
        var op = text(fields, "op");
        return switch (op) {
            case "add" -> put(root, path.tokens(), value(fields), true);
            case "replace" -> {
                find(root, path);
                yield put(root, path.tokens(), value(fields), false);
            }
            case "remove" -> {
                find(root, path);
                yield remove(root, path.tokens());
            }
            case "test" -> test(root, path, value(fields));
            case "copy" -> put(root, path.tokens(), find(root, from(fields)), true);
            case "move" -> move(root, from(fields), path);
            default -> throw new PatchException("Unexpected kind: " + op);
        };
    }

    private static @Nullable Object move(@Nullable Object root, JsonPointer from, JsonPointer path) {
        if (from.contains(path) && !from.equals(path)) {
            throw new PatchException("can't move " + from + " into itself at " + path);
        }
        var value = find(root, from);
        return put(remove(root, from.tokens()), path.tokens(), value, true);
    }

    private static @Nullable Object test(@Nullable Object root, JsonPointer path, @Nullable Object expected) {
        if (!same(find(root, path), expected)) {
            throw new PatchException("testing value " + path + " failed: test failed");
        }
        return root;
    }

    private static JsonPointer from(Map<?, ?> fields) {
        return JsonPointer.parse(text(fields, "from"));
    }

    private static String text(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new PatchException("operation has no " + name);
    }

    private static @Nullable Object value(Map<?, ?> fields) {
        if (!fields.containsKey("value")) {
            throw new PatchException("operation has no value");
        }
        return fields.get("value");
    }

    private static @Nullable Object find(@Nullable Object root, JsonPointer path) {
        var place = root;
        for (var token : path.tokens()) {
            if (place instanceof Map<?, ?> map && map.containsKey(token)) {
                place = map.get(token);
            } else if (place instanceof List<?> list) {
                place = list.get(index(token, list.size() - 1));
            } else {
                throw new PatchException("doc is missing path: " + path + ": missing value");
            }
        }
        return place;
    }

    /** Sets the value at a place; in a list, inserts it when asked to. */
    private static @Nullable Object put(
            @Nullable Object place, List<String> path, @Nullable Object value, boolean insert) {
        if (path.isEmpty()) {
            return value;
        }
        var token = path.get(0);
        var rest = path.subList(1, path.size());
        if (place instanceof Map<?, ?> map) {
            if (!rest.isEmpty() && !map.containsKey(token)) {
                throw new PatchException("doc is missing path: /" + String.join("/", path) + ": missing value");
            }
            var copy = copy(map);
            copy.put(token, put(map.get(token), rest, value, insert));
            return copy;
        }
        if (place instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>(list);
            if (rest.isEmpty() && insert) {
                copy.add(token.equals("-") ? list.size() : index(token, list.size()), value);
            } else {
                int index = index(token, list.size() - 1);
                copy.set(index, put(list.get(index), rest, value, insert));
            }
            return copy;
        }
        throw new PatchException("doc is missing path: /" + String.join("/", path) + ": missing value");
    }

    private static @Nullable Object remove(@Nullable Object place, List<String> path) {
        if (path.isEmpty()) {
            return null;
        }
        var token = path.get(0);
        var rest = path.subList(1, path.size());
        if (place instanceof Map<?, ?> map) {
            var copy = copy(map);
            if (rest.isEmpty()) {
                copy.remove(token);
            } else {
                copy.put(token, remove(map.get(token), rest));
            }
            return copy;
        }
        var list = (List<?>) Objects.requireNonNull(place);
        var copy = new ArrayList<@Nullable Object>(list);
        int index = index(token, list.size() - 1);
        if (rest.isEmpty()) {
            copy.remove(index);
        } else {
            copy.set(index, remove(list.get(index), rest));
        }
        return copy;
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }

    private static int index(String token, int last) {
        boolean digits = !token.isEmpty() && token.length() < 10;
        for (int i = 0; digits && i < token.length(); i++) {
            digits = token.charAt(i) >= '0' && token.charAt(i) <= '9';
        }
        if (!digits || token.length() > 1 && token.charAt(0) == '0') {
            throw new PatchException("not an index of a list: " + token);
        }
        int index = Integer.parseInt(token);
        if (index > last) {
            throw new PatchException("Unable to access invalid index: " + index + ": invalid index referenced");
        }
        return index;
    }

    /** Equality of JSON values: numbers by value, whatever their Java type. */
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number left && other instanceof Number right) {
            return left.equals(right) || left.doubleValue() == right.doubleValue();
        }
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return left.keySet().equals(right.keySet())
                    && left.entrySet().stream().allMatch(entry -> same(entry.getValue(), right.get(entry.getKey())));
        }
        if (one instanceof List<?> left && other instanceof List<?> right) {
            if (left.size() != right.size()) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                if (!same(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(one, other);
    }
}
