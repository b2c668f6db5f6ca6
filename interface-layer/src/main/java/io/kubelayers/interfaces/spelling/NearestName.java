package io.kubelayers.interfaces.spelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
public final class NearestName {
    private static final int MOST_LISTED = 10;

    private NearestName() {}

    /** {@code typo of web-frontend?}, or what there is, or that there is nothing. */
    public static String hint(String wanted, Collection<String> there) {
        var nearest = of(wanted, there);
        if (nearest.isPresent()) {
            return "typo of " + nearest.get() + "?";
        }
        if (there.isEmpty()) {
            return "there are none";
        }
        var listed = new ArrayList<>(there).subList(0, Math.min(MOST_LISTED, there.size()));
        int more = there.size() - listed.size();
        return "there are " + String.join(", ", listed) + (more > 0 ? " and " + more + " more" : "");
    }

    /** The name that differs least, if it is near: few letters wrong, or one is part of the other. */
    public static Optional<String> of(String wanted, Collection<String> there) {
        record Near(String name, int distance) {}
        List<Near> near = new ArrayList<>();
        var asked = wanted.toLowerCase(Locale.ROOT);
        for (var name : there) {
            var known = name.toLowerCase(Locale.ROOT);
            int distance = distance(asked, known);
            boolean part =
                    Math.min(asked.length(), known.length()) > 2 && (known.contains(asked) || asked.contains(known));
            if (part || distance <= Math.max(1, asked.length() / 3)) {
                near.add(new Near(name, distance));
            }
        }
        return near.stream()
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }

    /** How many letters must be added, removed, changed or swapped with their neighbour. */
    private static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : cheapest(one, other, rows, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int cheapest(String one, String other, int[][] rows, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
