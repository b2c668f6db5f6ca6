package io.kubelayers.fuzz;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Kept inputs of what reads untrusted bytes in the nucleus. */
class FuzzSeedsTest {
    @TestFactory
    Stream<DynamicTest> seeds() throws IOException {
        var tests = Stream.<DynamicTest>builder();
        for (var target : new FuzzTarget[] {new CodecFuzz(), new PatchFuzz(), new TextFuzz()}) {
            FuzzSeeds.tests(target).forEach(tests);
        }
        return tests.build();
    }
}
