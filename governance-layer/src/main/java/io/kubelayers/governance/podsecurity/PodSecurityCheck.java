package io.kubelayers.governance.podsecurity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of the standards. It belongs to a level, and may have been revised since it was made.
 *
 * <p>Checks of the baseline level hold at restricted too, unless a check of that level takes their place.
 */
public interface PodSecurityCheck {
    /** Unique name; the order of messages is the order of names, baseline first. */
    String id();

    /** {@link Level#BASELINE} or {@link Level#RESTRICTED}. */
    Level level();

    /** What was checked since which version, oldest first; before the first, nothing was. */
    List<Revision> revisions();

    /** Ids of the baseline checks that this one takes the place of at its level. */
    default Set<String> replaces() {
        return Set.of();
    }

    /**
     * A definition of the check.
     *
     * @param since first version it holds for; it holds until the next revision
     * @param test the definition
     */
    record Revision(PolicyVersion since, Test test) {
        static Revision since(int minor, Test test) {
            return new Revision(PolicyVersion.v1(minor), test);
        }

        /** Windows pods, which can't have what is asked for, pass. */
        static Revision sinceButNotForWindows(int minor, Test test) {
            return since(minor, pod -> pod.isForWindows() ? Optional.empty() : test.wrong(pod));
        }
    }

    /** Looks at a pod: a pure function. */
    @FunctionalInterface
    interface Test {
        /** What the pod does wrong, if anything. */
        Optional<Wrong> wrong(PodUnderTest pod);
    }

    /**
     * What a pod does wrong.
     *
     * @param reason in few words, such as {@code hostPort}
     * @param detail where, such as {@code container "web" uses hostPort 80}; may be ""
     */
    record Wrong(String reason, String detail) {}
}
