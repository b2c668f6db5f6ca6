package io.kubelayers.application.batch;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sets of indexes as a Job's status writes them: {@code 1,3-5,7}. */
public final class CompletionIndexes {
    private CompletionIndexes() {}

    /** Reads ranges; parts that are no numbers, and indexes past the limit, are left out. */
    public static TreeSet<Integer> parse(@Nullable String text, int limit) {
        var indexes = new TreeSet<Integer>();
        if (text == null || text.isEmpty()) {
            return indexes;
        }
        for (var part : text.split(",")) {
            int dash = part.indexOf('-', 1);
            try {
                int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
                int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1));
                for (int index = first; index <= last && index < limit; index++) {
                    indexes.add(index);
                }
            } catch (NumberFormatException malformed) {
                // as upstream: what can't be read is not there
            }
        }
        return indexes;
    }

    /** Writes ranges: two neighbours as {@code 1,2}, three or more as {@code 1-3}; null if there are none. */
    public static @Nullable String format(TreeSet<Integer> indexes) {
        if (indexes.isEmpty()) {
            return null;
        }
        var out = new StringBuilder();
        Integer next = indexes.first();
        while (next != null) {
            int first = next;
            int last = first;
            while (indexes.contains(last + 1)) {
                last++;
            }
            out.append(out.length() == 0 ? "" : ",").append(first);
            if (last > first) {
                out.append(last == first + 1 ? "," : "-").append(last);
            }
            next = indexes.higher(last);
        }
        return out.toString();
    }
}
