package io.kubelayers.governance.podsecurity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks in force at each level and version, looked up by number: a row a minor version, from 0 to the newest.
 * Upstream: {@code policy/registry.go}.
 */
final class CheckTable {
    private static final int FIRST_MINOR = 0;

    private final List<List<Entry>> baseline = new ArrayList<>();
    private final List<List<Entry>> restricted = new ArrayList<>();

    /** A check as it is at some version. */
    record Entry(PodSecurityCheck check, PodSecurityCheck.Test test) {}

    CheckTable(List<PodSecurityCheck> checks, PolicyVersion newest) {
        var sorted = new ArrayList<>(checks);
        sorted.sort(Comparator.comparing(PodSecurityCheck::id));
        validate(sorted);
        for (int minor = FIRST_MINOR; minor <= newest.minor(); minor++) {
            var base = new ArrayList<Entry>();
            var strict = new ArrayList<Entry>();
            var replaced = new HashSet<String>();
            for (var check : sorted) {
                var test = at(check, minor);
                if (test != null && check.level() == Level.BASELINE) {
                    base.add(new Entry(check, test));
                } else if (test != null) {
                    strict.add(new Entry(check, test));
                    replaced.addAll(check.replaces());
                }
            }
            var both = new ArrayList<>(base);
            both.removeIf(entry -> replaced.contains(entry.check().id()));
            both.addAll(strict);
            baseline.add(List.copyOf(base));
            restricted.add(List.copyOf(both));
        }
    }

    private static void validate(List<PodSecurityCheck> sorted) {
        var ids = new HashSet<String>();
        for (var check : sorted) {
            if (!ids.add(check.id())) {
                throw new IllegalArgumentException("multiple checks registered for ID " + check.id());
            }
            if (check.level() == Level.PRIVILEGED) {
                throw new IllegalArgumentException("check " + check.id() + ": invalid level " + check.level());
            }
            if (check.revisions().isEmpty()) {
                throw new IllegalArgumentException("check " + check.id() + ": empty");
            }
            int last = -1;
            for (var revision : check.revisions()) {
                if (revision.since().equals(PolicyVersion.LATEST)
                        || revision.since().minor() <= last) {
                    throw new IllegalArgumentException(
                            "check " + check.id() + ": versions must be strictly increasing");
                }
                last = revision.since().minor();
            }
        }
    }

    private static PodSecurityCheck.@Nullable Test at(PodSecurityCheck check, int minor) {
        PodSecurityCheck.Test test = null;
        for (var revision : check.revisions()) {
            if (revision.since().minor() <= minor) {
                test = revision.test();
            }
        }
        return test;
    }

    /** In the order of messages. Versions beyond the newest are read as the newest. */
    List<Entry> checks(LevelVersion policy) {
        int minor = Math.min(policy.version().minor(), baseline.size() - 1);
        return switch (policy.level()) {
            case PRIVILEGED -> List.of();
            case BASELINE -> baseline.get(minor);
            case RESTRICTED -> restricted.get(minor);
        };
    }
}
