package io.kubelayers.interfaces.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@KubelayersTest(nodes = 1)
class ExpectationTestsTest {
    @Test
    void each_expectation_is_a_test(Cluster cluster, @TempDir Path folder) throws Throwable {
        var file = write(folder);

        var tests = ExpectationTests.of(cluster, folder).toList();

        assertThat(tests)
                .extracting(test -> test.getDisplayName())
                .containsExactly(
                        file + ":2 jane cannot get secrets in namespace default",
                        file + ":3 jane can get pods in namespace default");
        tests.get(0).getExecutable().execute();
        assertThatThrownBy(() -> tests.get(1).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("\n" + file + ":3\nExpected: jane can get pods in namespace default\n"
                        + "But:      nothing allows it\nWhy:\n");
    }

    private static Path write(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("expectations.yaml"),
                """
                expect:
                - cannot: {user: jane, verb: get, resource: secrets}
                - can: {user: jane, verb: get, resource: pods}
                """);
    }
}
