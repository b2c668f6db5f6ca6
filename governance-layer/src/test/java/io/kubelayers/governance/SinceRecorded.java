package io.kubelayers.governance;

import io.kubelayers.governance.autoscaling.horizontal.HpaDecision;
import io.kubelayers.governance.autoscaling.horizontal.Tolerances;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What upstream changed between the recorded answers (1.26 and 1.28) and the version this project follows (1.35), as rules, since they
 * touch many cases. Everything else is compared to the letter.
 */
public final class SinceRecorded {
    private static final Pattern NEEDS =
            Pattern.compile("The disruption budget (.+) needs (\\d+) healthy pods and has (\\d+) currently");

    private static final Pattern WHOLE_DOCUMENT = Pattern.compile(
            "\\{[^{}]*(\"op\":\"(replace|test)\"[^{}]*\"path\":\"\"|\"path\":\"\"[^{}]*\"op\":\"(replace|test)\")");
    private static final String APPARMOR_ANNOTATION =
            "container\\.apparmor\\.security\\.beta\\.kubernetes\\.io/[^= ]*=\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern APPARMOR = Pattern.compile(APPARMOR_ANNOTATION);
    private static final Pattern APPARMOR_LIST =
            Pattern.compile(APPARMOR_ANNOTATION + "(?:, " + APPARMOR_ANNOTATION + ")*");

    private SinceRecorded() {}

    /**
     * The details of AppArmor violations. Until 1.29 they were the annotations alone; since profiles are fields too, 1.30 and
     * later say who sets what.
     */
    public static String apparmor(String recorded) {
        return APPARMOR_LIST.matcher(recorded).replaceAll(list -> {
            var annotations = APPARMOR.matcher(list.group())
                    .results()
                    .map(one -> "\"" + one.group() + "\"")
                    .toList();
            return Matcher.quoteReplacement((annotations.size() == 1 ? "annotation" : "annotations")
                    + " must not set AppArmor profile type to " + String.join(", ", annotations));
        });
    }

    /**
     * The edge of the tolerance. 1.28 asked {@code |1 - ratio| <= tolerance}, 1.33 and later
     * {@code 1 - down <= ratio <= 1 + up}. A ratio right on the edge, such as 1.1 at 10 percent, is outside by the rounding of
     * the first and inside by that of the second. These are the tolerances with which the second rounds as the first.
     */
    public static Tolerances tolerances(double tolerance) {
        double upperEdge = 1.0 + tolerance;
        double lowerEdge = 1.0 - tolerance;
        return new Tolerances(
                Math.abs(1.0 - lowerEdge) <= tolerance ? tolerance : 1.0 - Math.nextUp(lowerEdge),
                Math.abs(1.0 - upperEdge) <= tolerance ? tolerance : Math.nextDown(upperEdge) - 1.0);
    }

    /**
     * The readings shown by a look that failed. 1.28 left those of the last good look in the status, 1.29 and later show what
     * this look could read.
     */
    public static boolean showsOtherReadings(HpaDecision decision) {
        return decision.error() != null && decision.scaleTo() == null;
    }

    /**
     * The cause of a refused eviction. 1.28 always spoke of the healthy pods needed, later versions only if they are too few:
     * evictions since the budget's last sync can have used it up as well.
     */
    public static String evictionCause(String recorded) {
        var needs = NEEDS.matcher(recorded);
        if (needs.matches() && Integer.parseInt(needs.group(3)) > Integer.parseInt(needs.group(2))) {
            return "The disruption budget " + needs.group(1) + " does not allow evicting pods currently";
        }
        return recorded;
    }

    /**
     * JSON patches of the whole document. The library of 1.26 refused the path "" for every operation, the one of 1.35
     * replaces and tests the document.
     */
    public static boolean patchesWholeDocuments(String patch) {
        return WHOLE_DOCUMENT.matcher(patch).find();
    }

    /**
     * Strategic patches that say {@code $patch} about something that is not there. 1.26 stored the directive with the rest,
     * 1.28 and later leave out what carries one.
     */
    public static @Nullable Object withoutPatchDirectives(@Nullable Object recorded) {
        if (recorded instanceof Map<?, ?> map) {
            var kept = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((name, value) -> {
                if (!isDirected(value)) {
                    kept.put(name, withoutPatchDirectives(value));
                }
            });
            return kept;
        } else if (recorded instanceof List<?> list) {
            var kept = new ArrayList<@Nullable Object>();
            list.forEach(item -> {
                if (!isDirected(item)) {
                    kept.add(withoutPatchDirectives(item));
                }
            });
            return kept;
        }
        return recorded;
    }

    private static boolean isDirected(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.containsKey("$patch");
    }

    /** The field {@code key} of label selector requirements had a merge key, without effect, until it was taken away. */
    public static boolean mergedSelectorKeys(String path) {
        return path.endsWith(".matchExpressions[].key");
    }

    /** The status of network policies was taken out of the API in 1.28. */
    public static boolean removedField(String kind, String path) {
        return kind.equals("networking/v1.NetworkPolicy") && path.startsWith(".status");
    }

    /**
     * Strategic patches that delete from a list without merge strategy (of those recorded: any outside metadata). 1.26 took
     * the list of deletions for the new value, 1.28 and later delete.
     */
    public static boolean deletesFromReplacedLists(@Nullable Object patch) {
        if (!(patch instanceof Map<?, ?> map)) {
            return false;
        }
        for (var entry : map.entrySet()) {
            if (((String) entry.getKey()).startsWith("$deleteFromPrimitiveList")
                    || !"metadata".equals(entry.getKey()) && deletesFromReplacedLists(entry.getValue())) {
                return true;
            }
        }
        return false;
    }
}
