package io.kubelayers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kubelayers.interfaces.authentication.TokenFuzz;

/** {@link TokenFuzz} on inputs that Jazzer finds. */
class TokenFuzzTest {
    private final TokenFuzz target = new TokenFuzz();

    @FuzzTest(maxDuration = "1m")
    void fuzz(byte[] input) {
        target.run(input);
    }
}
