package io.kubelayers.nucleus.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * RFC 6901: a place in a JSON tree, read as leniently as upstream does: what stands before the first slash is ignored.
 *
 * @param text as written
 * @param steps the unescaped names from the root to the container of the place
 * @param last the name within the container; null for the whole document
 */
record JsonPointer(String text, List<String> steps, @org.jspecify.annotations.Nullable String last) {
    static JsonPointer parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new JsonPointer(text, List.of(), null);
        }
        var names = new ArrayList<String>();
        for (var name : text.substring(slash + 1).split("/", -1)) {
            names.add(name.indexOf('~') < 0 ? name : name.replace("~1", "/").replace("~0", "~"));
        }
        var last = names.remove(names.size() - 1);
        return new JsonPointer(text, List.copyOf(names), last);
    }
}
