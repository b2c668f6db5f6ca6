package io.kubelayers.nucleus.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a text, one tree after another.
 *
 * <p>Keeps what both formats need: the path, the depth, duplicates found, and the index of places if one is wanted.
 */
abstract class DocumentReader {
    final ReadOptions options;
    final FieldPath path = new FieldPath();
    final @Nullable SourceIndex index;
    private final List<FieldProblem> duplicates = new ArrayList<>();
    private int documents;
    private int depth;

    DocumentReader(ReadOptions options, @Nullable SourceIndex index) {
        this.options = options;
        this.index = index;
    }

    /**
     * A reader for a text: JSON if it begins as a JSON object does, otherwise YAML.
     *
     * @throws LimitException if the text is too long
     */
    static DocumentReader of(String text, ReadOptions options, @Nullable SourceIndex index) {
        requireShort(text, options);
        return isJson(text) ? new JsonReader(text, options, index) : new YamlReader(text, options, index);
    }

    /**
     * Whether a text may be read at all.
     *
     * @throws LimitException if it is too long
     */
    static void requireShort(String text, ReadOptions options) {
        int limit = options.limits().maxLength();
        if (text.length() > limit) {
            throw new LimitException(
                    new Location(options.source(), 0, 0),
                    "the text has " + text.length() + " characters, more than the limit of " + limit);
        }
    }

    /** A brace and a quote begin JSON; but with a line of dashes between documents the whole is YAML, of which JSON is a part. */
    static boolean isJson(String text) {
        int brace = skipSpace(text, 0);
        if (brace == text.length() || text.charAt(brace) != '{') {
            return false;
        }
        int next = skipSpace(text, brace + 1);
        boolean object = next == text.length() || text.charAt(next) == '"' || text.charAt(next) == '}';
        return object && !text.contains("\n---");
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\uFEFF';
    }

    /** Whether there is another document. */
    abstract boolean hasNext();

    /**
     * The next document: a tree, null if it is empty.
     *
     * @throws SyntaxException if it is not well-formed
     * @throws LimitException if it goes beyond a limit
     */
    abstract @Nullable Object next();

    /** Duplicate keys of the last document. */
    final List<FieldProblem> duplicates() {
        return List.copyOf(duplicates);
    }

    final void startDocument() {
        duplicates.clear();
        documents++;
        int limit = options.limits().maxDocuments();
        if (documents > limit) {
            throw new LimitException(
                    new Location(options.source(), 0, 0), "the text has more documents than the limit of " + limit);
        }
    }

    /** Notes that the key just entered is there for the second time. */
    final void duplicate(int line, int column) {
        if (options.validation() == FieldValidation.IGNORE || duplicates.size() >= Decoding.MAX_PROBLEMS) {
            return;
        }
        String name = path.toString();
        for (FieldProblem known : duplicates) {
            if (known.path().equals(name)) {
                return;
            }
        }
        duplicates.add(new FieldProblem(FieldProblem.Type.DUPLICATE, name, at(line, column)));
    }

    /** Goes into an object or array. The path does not tell how deep that is: YAML keys may be containers too. */
    final void descend(int line, int column) {
        checkDepth(1, line, column);
        depth++;
    }

    final void ascend() {
        depth--;
    }

    /** Refuses a value of that many containers inside one another if it would go too deep here. */
    final void checkDepth(int height, int line, int column) {
        if (depth + height > options.limits().maxDepth()) {
            throw new LimitException(
                    at(line, column),
                    "exceeded max depth of " + options.limits().maxDepth());
        }
    }

    final Location at(int line, int column) {
        return new Location(options.source(), line, column);
    }
}
