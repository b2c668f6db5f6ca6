package io.kubelayers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;

/** The kept inputs of a target, in the folder where the fuzzer looks for them too. */
public final class FuzzSeeds {
    private FuzzSeeds() {}

    /** A test for each kept input of a target. */
    public static List<DynamicTest> tests(FuzzTarget target) throws IOException {
        var name = target.getClass().getSimpleName();
        var folder = Path.of("src/test/resources/io/kubelayers/fuzz", name + "TestInputs", "fuzz");
        var tests = new ArrayList<DynamicTest>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var input = Files.readAllBytes(file);
                tests.add(DynamicTest.dynamicTest(name + ": " + file.getFileName(), () -> target.run(input)));
            }
        }
        assertThat(tests).as("seeds of " + name).isNotEmpty();
        return tests;
    }
}
