package io.kubelayers.interfaces.testkit;

import io.kubelayers.interfaces.expectation.Expectation;
import io.kubelayers.interfaces.expectation.ExpectationReport.Result;
import io.kubelayers.interfaces.expectation.Expectations;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Expectations written in YAML as JUnit tests, one each.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> policies(Cluster cluster) {
 *     return ExpectationTests.of(cluster, Path.of("k8s"));
 * }
 * }</pre>
 */
public final class ExpectationTests {
    private ExpectationTests() {}

    /**
     * The expectations of a file or folder about a cluster.
     *
     * @throws io.kubelayers.interfaces.expectation.ExpectationFileException if one cannot be read
     */
    public static Stream<DynamicTest> of(Cluster cluster, Path place) {
        return Expectations.in(Manifests.load(place)).all().stream()
                .map(expectation ->
                        DynamicTest.dynamicTest(expectation.toString(), () -> assertMet(expectation, cluster)));
    }

    private static void assertMet(Expectation expectation, Cluster cluster) {
        var result = Result.of(expectation, cluster);
        if (!result.answer().met()) {
            throw new AssertionError("\n" + expectation.place() + "\n" + result.explain());
        }
    }
}
