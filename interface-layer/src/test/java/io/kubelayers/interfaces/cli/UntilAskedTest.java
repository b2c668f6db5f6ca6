package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntilAskedTest {
    /** A process that is asked to end while its work goes on, or never; it writes down what is done. */
    private static final class Trial implements UntilAsked.Work, UntilAsked.Host {
        private final boolean isAsked;
        private final List<String> done = new ArrayList<>();
        private Runnable last = () -> {};

        Trial(boolean isAsked) {
            this.isAsked = isAsked;
        }

        @Override
        public void atEnd(Runnable what) {
            last = what;
        }

        @Override
        public void halt(int code) {
            done.add("halt " + code);
        }

        @Override
        public void awaitEnd() {
            if (isAsked) {
                last.run();
            }
        }

        @Override
        public void close() {
            done.add("close");
        }
    }

    @Test
    void whoIsAskedToEndClosesTheWorkFirstAndEndsWithTheCode() throws InterruptedException {
        var trial = new Trial(true);
        assertThat(UntilAsked.run(trial, trial, 0)).isTrue();
        assertThat(trial.done).containsExactly("close", "halt 0");
    }

    @Test
    void workThatEndsByItselfLeavesTheProcessToEndAsItLikes() throws InterruptedException {
        var trial = new Trial(false);
        assertThat(UntilAsked.run(trial, trial, 0)).isFalse();
        trial.last.run();
        assertThat(trial.done).containsExactly("close", "close");
    }
}
