package io.kubelayers.golden;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** How many cases of a family passed, and which failed. */
final class GoldenCount {
    private final String topic;
    private final String family;
    private int passed;
    private int skipped;
    private int different;
    private final List<String> failed = new ArrayList<>();

    GoldenCount(String topic, String family) {
        this.topic = topic;
        this.family = family;
    }

    /** Runs a case. One with a known difference must differ, or its entry is out of date. */
    void run(GoldenCase c, ThrowingConsumer<GoldenCase> test, GoldenDifferences differences) throws Throwable {
        String known = differences.reason(c.id());
        Throwable failure = failureOf(c, test);
        if (failure instanceof TestAbortedException) {
            skipped++;
            throw failure;
        }
        if (known != null && failure == null) {
            failed.add(c.id());
            throw new AssertionFailedError("no longer different, take it from the list: " + known);
        }
        if (known != null) {
            different++;
        } else if (failure == null) {
            passed++;
        } else {
            failed.add(c.id());
            throw failure;
        }
    }

    private static @Nullable Throwable failureOf(GoldenCase c, ThrowingConsumer<GoldenCase> test) {
        try {
            test.accept(c);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    String family() {
        return family;
    }

    int passed() {
        return passed;
    }

    int different() {
        return different;
    }

    List<String> failed() {
        return failed;
    }

    @Override
    public String toString() {
        return "golden " + topic + "/" + family + ": " + passed + " passed, " + failed.size() + " failed"
                + (different == 0 ? "" : ", " + different + " known differences")
                + (skipped == 0 ? "" : ", " + skipped + " skipped");
    }
}
