package io.kubelayers.nucleus.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * RFC 6901: a place in a JSON tree.
 *
 * @param tokens the unescaped steps from the root; empty for the root itself
 */
record JsonPointer(List<String> tokens) {
    static JsonPointer parse(String text) {
        if (text.isEmpty()) {
            return new JsonPointer(List.of());
        }
        if (text.charAt(0) != '/') {
            throw new PatchException("path must start with '/': " + text);
        }
        var tokens = new ArrayList<String>();
        for (var token : text.substring(1).split("/", -1)) {
            tokens.add(token.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPointer(List.copyOf(tokens));
    }

    boolean isRoot() {
        return tokens.isEmpty();
    }

    /** Whether this place contains the other one, or is it. */
    boolean contains(JsonPointer other) {
        return other.tokens.size() >= tokens.size()
                && other.tokens.subList(0, tokens.size()).equals(tokens);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var token : tokens) {
            text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
