package io.kubelayers.nucleus.types;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * API versions, the best first: stable ones, then beta, then alpha, higher numbers before lower ({@code v10, v2, v1,
 * v2beta1, v1alpha3}), and then whatever else, by name.
 *
 * <p>Source: upstream's {@code apimachinery/pkg/version} CompareKubeAwareVersionStrings.
 */
public final class VersionOrder implements Comparator<String> {
    /** The order. */
    public static final VersionOrder BEST_FIRST = new VersionOrder();

    private static final Pattern VERSION = Pattern.compile("v([1-9][0-9]{0,8})(?:(alpha|beta)([1-9][0-9]{0,8}))?");

    private VersionOrder() {}

    @Override
    public int compare(String left, String right) {
        Matcher a = VERSION.matcher(left);
        Matcher b = VERSION.matcher(right);
        boolean leftKnown = a.matches();
        if (leftKnown != b.matches()) {
            return leftKnown ? -1 : 1;
        }
        if (!leftKnown) {
            return left.compareTo(right);
        }
        int byStability = Integer.compare(stability(b), stability(a));
        if (byStability != 0) {
            return byStability;
        }
        int byMajor = Integer.compare(Integer.parseInt(b.group(1)), Integer.parseInt(a.group(1)));
        if (byMajor != 0 || a.group(3) == null) {
            return byMajor;
        }
        return Integer.compare(Integer.parseInt(b.group(3)), Integer.parseInt(a.group(3)));
    }

    private static int stability(Matcher version) {
        String level = version.group(2);
        return level == null ? 2 : level.equals("beta") ? 1 : 0;
    }
}
