package io.kubelayers.nucleus.customresource;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a regular expression gets when its repetitions are written out. Go refuses what gets too large; the library in
 * use here would fill the memory (regexp/syntax/parse.go: repeatIsValid, checkLimits).
 */
final class PatternSize {
    private static final int REPEATS = 1_000;
    private static final int DEPTH = 1_000;
    private static final long SIZE = (128 << 20) / 40;

    private final String text;
    private final Deque<Part> open = new ArrayDeque<>();
    private int at;

    /** A group, or the whole: its size, the largest product of repetitions inside, and the same of its last item. */
    private static final class Part {
        long size;
        long repeats = 1;
        long lastSize;
        long lastRepeats = 1;

        void add(long itemSize, long itemRepeats) {
            size = Math.min(SIZE + 1, size + itemSize);
            lastSize = itemSize;
            lastRepeats = itemRepeats;
            repeats = Math.max(repeats, itemRepeats);
        }

        void repeatLast(long times) {
            size = Math.min(SIZE + 1, size + lastSize * Math.max(0, times - 1));
            lastSize = Math.min(SIZE + 1, lastSize * Math.max(1, times));
            lastRepeats *= Math.max(1, times);
            repeats = Math.max(repeats, lastRepeats);
        }
    }

    private PatternSize(String text) {
        this.text = text;
    }

    /**
     * About how many steps the pattern has.
     *
     * @throws PatternSyntaxException with Go's words if those are too many
     */
    static int of(String text) {
        return new PatternSize(text).read();
    }

    private int read() {
        open.push(new Part());
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> escape();
                case '[' -> characters();
                case '(' -> {
                    open.push(new Part());
                    at++;
                    if (open.size() > DEPTH) {
                        throw new PatternSyntaxException("expression nests too deeply", text);
                    }
                }
                case ')' -> close();
                case '{' -> repetition();
                default -> {
                    open.getFirst().add(1, 1);
                    at++;
                }
            }
        }
        while (open.size() > 1) {
            close(); // the parser will complain
        }
        long size = open.getFirst().size;
        if (size > SIZE) {
            throw new PatternSyntaxException("expression too large", text);
        }
        return (int) size;
    }

    private void close() {
        at++;
        if (open.size() > 1) {
            var group = open.pop();
            open.getFirst().add(group.size + 2, group.repeats);
        }
    }

    private void escape() {
        if (text.startsWith("\\Q", at)) {
            int end = text.indexOf("\\E", at);
            int last = end < 0 ? text.length() : end;
            for (int i = at + 2; i < last; i++) {
                open.getFirst().add(1, 1);
            }
            at = end < 0 ? last : end + 2;
            return;
        }
        open.getFirst().add(1, 1);
        at += 2;
        if (at < text.length() && text.charAt(at) == '{' && "xpP".indexOf(text.charAt(at - 1)) >= 0) {
            int end = text.indexOf('}', at);
            at = end < 0 ? text.length() : end + 1;
        }
    }

    private void characters() {
        int i = at + 1;
        if (i < text.length() && text.charAt(i) == '^') {
            i++;
        }
        if (i < text.length() && text.charAt(i) == ']') {
            i++;
        }
        while (i < text.length() && text.charAt(i) != ']') {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith("[:", i)) {
                int end = text.indexOf(":]", i + 2);
                i = end < 0 ? i : end + 1;
            }
            i++;
        }
        open.getFirst().add(1, 1);
        at = i + 1;
    }

    /** {@code {3}}, {@code {3,}} or {@code {3,5}}; anything else stands for itself. */
    private void repetition() {
        int end = text.indexOf('}', at);
        var inside = end < 0 ? "" : text.substring(at + 1, end);
        if (!inside.matches("[0-9]{1,9}(,[0-9]{0,9})?")) {
            open.getFirst().add(1, 1);
            at++;
            return;
        }
        int comma = inside.indexOf(',');
        var most = comma < 0 || comma == inside.length() - 1 ? inside.replace(",", "") : inside.substring(comma + 1);
        var part = open.getFirst();
        part.repeatLast(Long.parseLong(most));
        if (part.lastRepeats > REPEATS) {
            throw new PatternSyntaxException("invalid repeat count", text.substring(at, end + 1));
        }
        at = end + 1;
    }
}
