package io.kubelayers.interfaces.expectation;

import java.util.ArrayList;
import java.util.List;

/** The lines where the items of the list under {@code expect} begin, from 1, for messages. */
final class ItemLines {
    private ItemLines() {}

    /** Empty if the list is written in one line, as JSON is. */
    static List<Integer> of(String text) {
        var lines = new ArrayList<Integer>();
        int number = 0;
        int indent = -1;
        boolean begun = false;
        for (var line : text.split("\n", -1)) {
            number++;
            var content = line.strip();
            if (!begun) {
                begun = content.equals("expect:") || content.startsWith("expect: #");
                continue;
            }
            int depth = line.indexOf('-');
            if ((content.startsWith("- ") || content.equals("-")) && (indent < 0 || depth == indent)) {
                indent = depth;
                lines.add(number);
            }
        }
        return lines;
    }
}
