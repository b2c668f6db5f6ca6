package io.kubelayers.interfaces.tour;

import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;

/** Shortens explanations for reading: few children of each finding, few levels, one line a message. */
final class Brief {
    private static final int MOST_CHILDREN = 6;
    private static final int MOST_LEVELS = 4;

    private Brief() {}

    static Finding of(Finding finding) {
        return cut(finding, MOST_LEVELS);
    }

    private static Finding cut(Finding finding, int levels) {
        var children = new ArrayList<Finding>();
        // an authorizer without an opinion has nothing to say
        var telling = finding.children().stream()
                .filter(child -> !child.message().isEmpty() || !child.children().isEmpty())
                .toList();
        int shown = levels == 1 ? 0 : Math.min(telling.size(), MOST_CHILDREN);
        for (var child : telling.subList(0, shown)) {
            children.add(cut(child, levels - 1));
        }
        int more = telling.size() - shown;
        if (more > 0 && levels > 1) {
            children.add(Finding.note("more", "", "and " + more + " more"));
        }
        return new Finding(
                finding.mark(),
                finding.code(),
                finding.subject(),
                finding.message().replace('\n', ' '),
                finding.inputs(),
                List.copyOf(children));
    }
}
