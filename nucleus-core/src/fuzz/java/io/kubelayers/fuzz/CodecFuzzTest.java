package io.kubelayers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link CodecFuzz} on inputs that Jazzer finds. */
class CodecFuzzTest {
    private final CodecFuzz target = new CodecFuzz();

    @FuzzTest(maxDuration = "1m")
    void fuzz(byte[] input) {
        target.run(input);
    }
}
