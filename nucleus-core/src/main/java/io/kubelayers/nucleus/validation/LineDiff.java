package io.kubelayers.nucleus.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference of two texts in the unified format, three lines around each change. What counts as the same is found as
 * Python's {@code difflib} does, and Go's port of it: the longest common block first, then what is before and behind it.
 * Lines that make up more than a hundredth of a text of 200 lines or more begin no block.
 */
final class LineDiff {
    private static final int CONTEXT = 3;
    private static final int LONG_TEXT = 200;

    private final List<String> before;
    private final List<String> after;
    private final Map<String, List<Integer>> places = new HashMap<>();

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        for (int i = 0; i < after.size(); i++) {
            places.computeIfAbsent(after.get(i), line -> new ArrayList<>()).add(i);
        }
        if (after.size() >= LONG_TEXT) {
            int most = after.size() / 100 + 1;
            places.values().removeIf(indexes -> indexes.size() > most);
        }
    }

    /** Equal lines: so many, from here in the one and there in the other. */
    private record Block(int from, int to, int size) {}

    /** Lines of the one that become lines of the other; both ends are not included. */
    private record Change(boolean same, int from, int fromEnd, int to, int toEnd) {}

    static String unified(List<String> before, List<String> after) {
        var diff = new LineDiff(before, after);
        var out = new StringBuilder();
        for (var hunk : diff.hunks()) {
            diff.write(hunk, out);
        }
        return out.toString();
    }

    private void write(List<Change> hunk, StringBuilder out) {
        var first = hunk.get(0);
        var last = hunk.get(hunk.size() - 1);
        out.append("@@ -").append(range(first.from, last.fromEnd));
        out.append(" +").append(range(first.to, last.toEnd)).append(" @@\n");
        for (var change : hunk) {
            lines(change.same ? " " : "-", before.subList(change.from, change.fromEnd), out);
            if (!change.same) {
                lines("+", after.subList(change.to, change.toEnd), out);
            }
        }
    }

    private static void lines(String mark, List<String> lines, StringBuilder out) {
        for (var line : lines) {
            out.append(mark).append(line).append('\n');
        }
    }

    /** Lines count from 1; an empty range is told by the line before it. */
    private static String range(int start, int end) {
        int length = end - start;
        if (length == 1) {
            return String.valueOf(start + 1);
        }
        return (length == 0 ? start : start + 1) + "," + length;
    }

    /** Changes that are near to each other, with the lines around them. */
    private List<List<Change>> hunks() {
        var hunks = new ArrayList<List<Change>>();
        var hunk = new ArrayList<Change>();
        var changes = changes();
        for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            if (!change.same) {
                hunk.add(change);
                continue;
            }
            int size = change.fromEnd - change.from;
            boolean first = i == 0;
            boolean last = i == changes.size() - 1;
            int behind = first ? 0 : Math.min(size, CONTEXT);
            int ahead = last ? 0 : Math.min(size, CONTEXT);
            if (!first && !last && size <= 2 * CONTEXT) {
                hunk.add(change);
                continue;
            }
            if (!first) {
                hunk.add(new Change(true, change.from, change.from + behind, change.to, change.to + behind));
                hunks.add(hunk);
                hunk = new ArrayList<>();
            }
            if (!last) {
                hunk.add(new Change(true, change.fromEnd - ahead, change.fromEnd, change.toEnd - ahead, change.toEnd));
            }
        }
        if (hunk.stream().anyMatch(change -> !change.same)) {
            hunks.add(hunk);
        }
        return hunks;
    }

    private List<Change> changes() {
        var blocks = new ArrayList<Block>();
        blocks(0, before.size(), 0, after.size(), blocks);
        blocks.add(new Block(before.size(), after.size(), 0));
        var changes = new ArrayList<Change>();
        int from = 0;
        int to = 0;
        for (var block : blocks) {
            if (from < block.from || to < block.to) {
                changes.add(new Change(false, from, block.from, to, block.to));
            }
            from = block.from + block.size;
            to = block.to + block.size;
            if (block.size > 0) {
                var last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
                if (last != null && last.same) {
                    changes.set(changes.size() - 1, new Change(true, last.from, from, last.to, to));
                } else {
                    changes.add(new Change(true, block.from, from, block.to, to));
                }
            }
        }
        return changes;
    }

    private void blocks(int from, int fromEnd, int to, int toEnd, List<Block> blocks) {
        var longest = longest(from, fromEnd, to, toEnd);
        if (longest.size == 0) {
            return;
        }
        if (from < longest.from && to < longest.to) {
            blocks(from, longest.from, to, longest.to, blocks);
        }
        blocks.add(longest);
        int rest = longest.from + longest.size;
        int otherRest = longest.to + longest.size;
        if (rest < fromEnd && otherRest < toEnd) {
            blocks(rest, fromEnd, otherRest, toEnd, blocks);
        }
    }

    /** The longest block, the first of several; then it grows over lines that may begin none. */
    private Block longest(int from, int fromEnd, int to, int toEnd) {
        var best = new Block(from, to, 0);
        Map<Integer, Integer> lengths = new HashMap<>();
        for (int i = from; i < fromEnd; i++) {
            Map<Integer, Integer> next = new HashMap<>();
            for (int j : places.getOrDefault(before.get(i), List.of())) {
                if (j < to) {
                    continue;
                }
                if (j >= toEnd) {
                    break;
                }
                int length = lengths.getOrDefault(j - 1, 0) + 1;
                next.put(j, length);
                if (length > best.size) {
                    best = new Block(i - length + 1, j - length + 1, length);
                }
            }
            lengths = next;
        }
        int start = best.from;
        int other = best.to;
        int end = best.from + best.size;
        int otherEnd = best.to + best.size;
        while (start > from && other > to && before.get(start - 1).equals(after.get(other - 1))) {
            start--;
            other--;
        }
        while (end < fromEnd && otherEnd < toEnd && before.get(end).equals(after.get(otherEnd))) {
            end++;
            otherEnd++;
        }
        return new Block(start, other, end - start);
    }
}
