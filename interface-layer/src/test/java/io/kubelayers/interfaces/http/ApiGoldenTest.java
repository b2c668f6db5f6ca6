package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.fail;

import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * Replays recorded conversations with a real API server. Each scenario runs on a fresh server and passes if every answer
 * agrees with the recorded one, as {@link Answer} compares them and {@link VersionDifferences} adapts them.
 *
 * <p>One scenario, or all whose id contains a text: {@code -Dsurefire.extraArgs=-Dapi.scenario=crud/eviction}. All
 * differing steps of a scenario, up to a number, are shown with {@code -Dapi.all=5}; see docs/testing.md.
 */
@Tag("golden")
class ApiGoldenTest {
    /** Families that do not agree yet: they are counted and reported, but do not fail. This list only shrinks. */
    private static final Set<String> NOT_YET = Set.of("authz", "controllers");

    private static final String WANTED = System.getProperty("api.scenario", "");

    @TestFactory
    Stream<DynamicTest> conversations() {
        var worlds = new RecordedWorlds();
        return Golden.topic("api")
                .only(c -> c.id().contains(WANTED))
                .tests(c -> check(c, worlds))
                .map(ApiGoldenTest::tolerant);
    }

    private static void check(GoldenCase c, RecordedWorlds worlds) {
        var differing = new Replay(c, worlds.fresh(c.family())).differences();
        if (!differing.isEmpty()) {
            fail(c.id() + "\n" + String.join("\n", differing));
        }
    }

    /** The counts see every failure; JUnit sees those of families that agree already. */
    private static DynamicTest tolerant(DynamicTest test) {
        var family = test.getDisplayName().split("/", 2)[0];
        if (!NOT_YET.contains(family)) {
            return test;
        }
        return DynamicTest.dynamicTest(test.getDisplayName(), () -> {
            try {
                test.getExecutable().execute();
            } catch (TestAbortedException skipped) {
                throw skipped;
            } catch (AssertionError known) {
                if (!WANTED.isEmpty()) {
                    throw known;
                }
            }
        });
    }

    static List<String> notYet() {
        return NOT_YET.stream().sorted().toList();
    }
}
