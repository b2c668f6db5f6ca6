package io.kubelayers.nucleus.patch;

import io.kubelayers.nucleus.validation.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operation of a JSON patch. */
record JsonOperation(Map<?, ?> fields) {
    private static final String MISSING = ": missing value";

    static JsonOperation of(@Nullable Object operation) {
        return new JsonOperation(operation instanceof Map<?, ?> fields ? fields : Map.of());
    }

    void run(JsonDocument document) {
        var kind = fields.get("op") instanceof String op ? op : "unknown";
        switch (kind) {
            case "add" -> add(document);
            case "remove" -> remove(document);
            case "replace" -> replace(document);
            case "move" -> move(document);
            case "test" -> test(document);
            case "copy" -> copy(document);
            default -> throw new PatchException("Unexpected kind: " + kind);
        }
    }

    private void add(JsonDocument document) {
        var path = pointer("path", "add operation failed to decode path" + MISSING);
        if (!document.hasContainer(path)) {
            throw new PatchException(
                    "add operation does not apply: doc is missing path: \"" + path.text() + "\"" + MISSING);
        }
        attempt("error in add for path: '" + path.text() + "'", () -> document.add(path, value()));
    }

    private void remove(JsonDocument document) {
        var path = pointer("path", "remove operation failed to decode path" + MISSING);
        if (!document.hasContainer(path)) {
            throw new PatchException(
                    "remove operation does not apply: doc is missing path: \"" + path.text() + "\"" + MISSING);
        }
        attempt("error in remove for path: '" + path.text() + "'", () -> document.remove(path));
    }

    private void replace(JsonDocument document) {
        var path = pointer("path", "replace operation failed to decode path: operation missing path field" + MISSING);
        if (path.text().isEmpty()) {
            var value = value();
            if (value != null && Values.type(value).isScalar()) {
                throw new PatchException("replace operation value must be object or array: %!w(<nil>)");
            }
            document.root(value);
            return;
        }
        if (!document.hasContainer(path)) {
            throw new PatchException("replace operation does not apply: doc is missing path: " + path.text() + MISSING);
        }
        try {
            document.get(path);
        } catch (PatchException e) {
            throw new PatchException("replace operation does not apply: doc is missing key: " + path.text() + MISSING);
        }
        attempt("error in remove for path: '" + path.text() + "'", () -> document.set(path, value()));
    }

    private void move(JsonDocument document) {
        var from = pointer("from", "move operation failed to decode from: operation, missing from field" + MISSING);
        if (!document.hasContainer(from)) {
            throw new PatchException(
                    "move operation does not apply: doc is missing from path: " + from.text() + MISSING);
        }
        var error = "error in move for path: '" + from.last() + "'";
        var value = attempt(error, () -> {
            var found = document.get(from);
            document.remove(from);
            return found;
        });
        var path = pointer("path", "move operation failed to decode path: operation missing path field" + MISSING);
        if (!document.hasContainer(path)) {
            throw new PatchException(
                    "move operation does not apply: doc is missing destination path: " + path.text() + MISSING);
        }
        attempt("error in move for path: '" + path.text() + "'", () -> document.add(path, value));
    }

    private void test(JsonDocument document) {
        var path = pointer("path", "test operation failed to decode path: operation missing path field" + MISSING);
        Object found;
        if (path.text().isEmpty()) {
            found = document.root();
        } else {
            if (!document.hasContainer(path)) {
                throw new PatchException("test operation does not apply: is missing path: " + path.text() + MISSING);
            }
            found = attempt("error in test for path: '" + path.text() + "'", () -> document.get(path));
        }
        if (!Values.equal(found, value())) {
            throw new PatchException("testing value " + path.text() + " failed: test failed");
        }
    }

    private void copy(JsonDocument document) {
        var from = pointer("from", "copy operation failed to decode from: operation, missing from field" + MISSING);
        if (!document.hasContainer(from)) {
            throw new PatchException(
                    "copy operation does not apply: doc is missing from path: " + from.text() + MISSING);
        }
        var value = attempt("error in copy for from: '" + from.text() + "'", () -> document.get(from));
        var path = pointer("path", "copy operation failed to decode path" + MISSING);
        if (!document.hasContainer(path)) {
            throw new PatchException(
                    "copy operation does not apply: doc is missing destination path: " + path.text() + MISSING);
        }
        document.countCopy(JsonText.of(value).getBytes(StandardCharsets.UTF_8).length);
        attempt("error while adding value during copy", () -> document.add(path, value));
    }

    private JsonPointer pointer(String field, String missing) {
        var text = fields.get(field);
        if (text instanceof String pointer) {
            return JsonPointer.parse(pointer);
        }
        throw new PatchException(missing);
    }

    /** The value; one that is not there counts as null. */
    private @Nullable Object value() {
        return fields.get("value");
    }

    private interface Step {
        @Nullable
        Object take();
    }

    private static void attempt(String error, Runnable step) {
        try {
            step.run();
        } catch (PatchException e) {
            throw new PatchException(error + ": " + e.message());
        }
    }

    private static @Nullable Object attempt(String error, Step step) {
        try {
            return step.take();
        } catch (PatchException e) {
            throw new PatchException(error + ": " + e.message());
        }
    }
}
