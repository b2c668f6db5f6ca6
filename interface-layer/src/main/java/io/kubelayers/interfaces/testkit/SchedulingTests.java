package io.kubelayers.interfaces.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One JUnit test for each manifest of a folder: the API server takes it, and all its pods find a node.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> every_application_fits() {
 *     return SchedulingTests.of(Path.of("k8s"), Path.of("nodes.yaml"));
 * }
 * }</pre>
 */
public final class SchedulingTests {
    private SchedulingTests() {}

    /**
     * The tests.
     *
     * @param folder each file in it is a test, and each folder as a whole
     * @param nodes files or folders with nodes, and whatever else each cluster has
     */
    public static Stream<DynamicTest> of(Path folder, Path... nodes) {
        var there = List.of(nodes);
        return ManifestFolder.cases(folder).stream()
                .map(one -> DynamicTest.dynamicTest(
                        String.valueOf(one.getFileName()),
                        () -> KubelayersAssertions.assertThat(ManifestFolder.read(there, one))
                                .isAdmitted()
                                .schedulesAll()));
    }
}
