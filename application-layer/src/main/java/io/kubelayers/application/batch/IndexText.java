package io.kubelayers.application.batch;

import io.kubelayers.nucleus.validation.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads sets of indexes strictly, {@code 1,3-5,7} in increasing order, and words what is wrong with them as upstream
 * ({@code validateIndexesFormat}). {@link CompletionIndexes} reads the same leniently.
 */
final class IndexText {
    private IndexText() {}

    /** The text is no set of indexes; the message says why. */
    static final class MalformedException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        MalformedException(String why) {
            super(why);
        }
    }

    private record Interval(int first, int last) {}

    /**
     * How many indexes there are.
     *
     * @param completions the first number that is no index any more
     */
    static int count(String text, int completions) {
        if (text.isEmpty()) {
            return 0;
        }
        int total = 0;
        Integer previous = null;
        for (var part : text.split(",", -1)) {
            var interval = interval(part, completions);
            if (previous != null && previous >= interval.first()) {
                throw notIncreasing(previous, interval.first());
            }
            total += interval.last() - interval.first() + 1;
            previous = interval.last();
        }
        return total;
    }

    /** The first index that is in both sets; parts that can't be read are passed over. */
    static Optional<Integer> overlap(String one, String other, int completions) {
        var left = readable(one, completions);
        var right = readable(other, completions);
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            var a = left.get(i);
            var b = right.get(j);
            if (a.first() <= b.last() && b.first() <= a.last()) {
                return Optional.of(Math.max(a.first(), b.first()));
            }
            if (a.first() <= b.first()) {
                i++;
            } else {
                j++;
            }
        }
        return Optional.empty();
    }

    private static List<Interval> readable(String text, int completions) {
        var intervals = new ArrayList<Interval>();
        for (var part : text.split(",", -1)) {
            try {
                intervals.add(interval(part, completions));
            } catch (MalformedException unreadable) {
                // told where the format is checked
            }
        }
        return intervals;
    }

    private static Interval interval(String text, int completions) {
        var limits = text.split("-", -1);
        if (limits.length > 2) {
            throw new MalformedException("the fragment " + GoText.quote(text)
                    + " violates the requirement that an index interval can have at most two parts separated by"
                    + " '-'");
        }
        int first = index(limits[0], completions);
        if (limits.length == 1) {
            return new Interval(first, first);
        }
        int last = index(limits[1], completions);
        if (first >= last) {
            throw notIncreasing(first, last);
        }
        return new Interval(first, last);
    }

    private static int index(String text, int completions) {
        int index;
        try {
            index = Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new MalformedException("cannot convert string to integer for index: " + GoText.quote(text));
        }
        if (index >= completions) {
            throw new MalformedException("too large index: " + GoText.quote(text));
        }
        return index;
    }

    private static MalformedException notIncreasing(int previous, int current) {
        return new MalformedException("non-increasing order, previous: " + previous + ", current: " + current);
    }
}
