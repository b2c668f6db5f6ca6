package io.kubelayers.nucleus.podstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.PodLogOptions;
import io.kubelayers.nucleus.core.PodLogOptionsBuilder;
import io.kubelayers.nucleus.program.LogTurn;
import io.kubelayers.nucleus.program.RunTimes;
import io.kubelayers.nucleus.program.ScriptedLog;
import io.kubelayers.nucleus.runtime.VirtualClock;
import io.kubelayers.nucleus.streaming.LogStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogViewTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final VirtualClock clock = VirtualClock.at(START.toString());
    private @Nullable Instant end;
    private final ScriptedLog log = new ScriptedLog(
            LogTurn.parse("starting\n@2s listening\n@5s/10s tick {n}\n@6s! careful"),
            () -> new RunTimes(START, end),
            clock);

    private LogStream view(UnaryOperator<PodLogOptions> options) {
        return LogView.of(log, options.apply(PodLogOptionsBuilder.builder().build()), clock.instant());
    }

    private static String text(LogStream stream) {
        var text = new StringBuilder();
        for (var piece = stream.poll(); piece.isPresent(); piece = stream.poll()) {
            text.append(new String(piece.get(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    @Test
    void showsWhatWasWrittenUntilNow() {
        clock.advance(Duration.ofSeconds(15));
        var whole = view(options -> options);

        assertThat(text(whole)).isEqualTo("starting\nlistening\ntick 0\ncareful\ntick 1\n");
        assertThat(whole.ended()).isTrue();
        assertThat(text(view(options -> options.withTailLines(2L)))).isEqualTo("careful\ntick 1\n");
        assertThat(text(view(options -> options.withTailLines(0L)))).isEmpty();
        assertThat(text(view(options -> options.withSinceSeconds(10L)))).isEqualTo("tick 0\ncareful\ntick 1\n");
        assertThat(text(view(options -> options.withSinceTime(START.plusSeconds(6)))))
                .isEqualTo("careful\ntick 1\n");
    }

    @Test
    void countsLinesBeforeItLeavesOldOnesOut() {
        clock.advance(Duration.ofSeconds(15));

        assertThat(text(view(options -> options.withTailLines(2L).withSinceSeconds(1L))))
                .isEqualTo("tick 1\n");
    }

    @Test
    void cutsLinesWhereTheBytesEndTimeStampsIncluded() {
        assertThat(text(view(options -> options.withTimestamps(true))))
                .isEqualTo("2026-01-01T00:00:00.000000000Z starting\n");
        assertThat(text(view(options -> options.withTimestamps(true).withLimitBytes(33L))))
                .isEqualTo("2026-01-01T00:00:00.000000000Z st");
    }

    @Test
    void followsAsTimePassesUntilTheContainerEnds() {
        var following = view(options -> options.withFollow(true));
        assertThat(text(following)).isEqualTo("starting\n");
        assertThat(following.nextAt()).contains(START.plusSeconds(2));

        clock.advance(Duration.ofSeconds(5));
        assertThat(text(following)).isEqualTo("listening\ntick 0\n");
        assertThat(following.ended()).isFalse();

        end = clock.instant();
        assertThat(text(following)).isEmpty();
        assertThat(following.ended()).isTrue();
    }

    /** The last lines are the end of the whole, however many. */
    @Property
    void tailIsTheEndOfTheWhole(@ForAll @IntRange(max = 300) int seconds, @ForAll @IntRange(max = 50) int lines) {
        clock.advance(Duration.ofSeconds(seconds));
        var whole = text(view(options -> options)).lines().toList();
        var tail = text(view(options -> options.withTailLines((long) lines)))
                .lines()
                .toList();

        assertThat(tail).isEqualTo(whole.subList(Math.max(0, whole.size() - lines), whole.size()));
    }
}
