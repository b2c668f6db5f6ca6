package io.kubelayers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link PatchFuzz} on inputs that Jazzer finds. */
class PatchFuzzTest {
    private final PatchFuzz target = new PatchFuzz();

    @FuzzTest(maxDuration = "1m")
    void fuzz(byte[] input) {
        target.run(input);
    }
}
