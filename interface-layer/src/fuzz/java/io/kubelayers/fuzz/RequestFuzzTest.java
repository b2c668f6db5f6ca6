package io.kubelayers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link RequestFuzz} on inputs that Jazzer finds. */
class RequestFuzzTest {
    private final RequestFuzz target = new RequestFuzz();

    @FuzzTest(maxDuration = "1m")
    void fuzz(byte[] input) {
        target.run(input);
    }
}
