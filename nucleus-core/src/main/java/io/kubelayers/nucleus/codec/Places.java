package io.kubelayers.nucleus.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds places in the text that a tree came from, by reading the text once more and keeping notes: nothing is spent on
 * places until one has to be told.
 */
final class Places {
    /** For trees that came from no text. */
    static final Places NONE = new Places("", ReadOptions.ignore(), -1, List.of());

    private final String text;
    private final ReadOptions options;
    private final int document;
    private final List<Object> prefix;
    private @Nullable SourceIndex index;
    private @Nullable Object root;

    private Places(String text, ReadOptions options, int document, List<Object> prefix) {
        this.text = text;
        this.options = options;
        this.document = document;
        this.prefix = prefix;
    }

    /** The places of one document of a text, counted from 0. */
    static Places of(String text, ReadOptions options, int document) {
        return new Places(text, options, document, List.of());
    }

    /** The places of an item of the list that this document is. */
    Places item(int item) {
        return document < 0 ? this : new Places(text, options, document, List.of("items", item));
    }

    /** Where the key at a path stands, or the item if the path ends in an index. */
    Location key(List<Object> path) {
        return document < 0 ? Location.NONE : index().key(root, full(path));
    }

    /** Where the value at a path begins. */
    Location value(List<Object> path) {
        return document < 0 ? Location.NONE : index().value(root, full(path));
    }

    private List<Object> full(List<Object> path) {
        List<Object> full = new ArrayList<>(prefix);
        full.addAll(path);
        return full;
    }

    private SourceIndex index() {
        SourceIndex known = index;
        if (known == null) {
            known = new SourceIndex(options.source());
            DocumentReader reader = DocumentReader.of(text, options, known);
            Object tree = Map.of();
            for (int i = 0; i <= document; i++) {
                tree = reader.next();
            }
            root = tree;
            index = known;
        }
        return known;
    }
}
