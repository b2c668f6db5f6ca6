package io.kubelayers.fuzz;

import io.kubelayers.interfaces.authentication.TokenFuzz;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Kept requests and tokens. */
class RequestSeedsTest {
    @TestFactory
    Stream<DynamicTest> seeds() throws IOException {
        var tests = Stream.<DynamicTest>builder();
        for (var target : new FuzzTarget[] {new RequestFuzz(), new TokenFuzz()}) {
            FuzzSeeds.tests(target).forEach(tests);
        }
        return tests.build();
    }
}
