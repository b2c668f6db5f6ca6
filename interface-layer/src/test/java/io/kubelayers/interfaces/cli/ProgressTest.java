package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    private Progress progress(boolean verbose) {
        return new Progress(new PrintWriter(err), nanos::get, verbose);
    }

    private static Step step(long number) {
        return new Step(
                number, Instant.parse("2026-01-01T00:03:00Z"), "deployment", new Request("shop", "web"), "done");
    }

    @Test
    void shortWorkIsSilent() {
        var progress = progress(false);
        progress.stage("settling");
        nanos.set(1_900_000_000L);
        progress.stepped(step(256));

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void longWorkSaysWhatItIsAt() {
        var progress = progress(false);
        progress.stage("settling");
        nanos.set(2_000_000_000L);
        progress.stepped(step(255));
        progress.stepped(step(256));
        progress.stepped(step(512));

        assertThat(err.toString())
                .isEqualToNormalizingNewlines("... settling: 256 steps, it is 2026-01-01T00:03:00Z\n");
    }

    @Test
    void whoAsksIsToldEachStage() {
        progress(true).stage("settling");

        assertThat(err.toString()).isEqualToNormalizingNewlines("... settling\n");
    }
}
