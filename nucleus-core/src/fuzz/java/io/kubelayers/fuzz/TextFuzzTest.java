package io.kubelayers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link TextFuzz} on inputs that Jazzer finds. */
class TextFuzzTest {
    private final TextFuzz target = new TextFuzz();

    @FuzzTest(maxDuration = "1m")
    void fuzz(byte[] input) {
        target.run(input);
    }
}
