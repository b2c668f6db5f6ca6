package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times, durations, numbers and bytes in Go's formats and with Go's complaints. */
class GoFormatsTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05+02:00, 2026-01-02T01:04:05Z",
        "2026-01-02T03:04:05-00:30, 2026-01-02T03:34:05Z",
        "2026-01-02T03:04:05.999999999Z, 2026-01-02T03:04:05Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59Z",
    })
    void timesAreReadInWholeSecondsAndWrittenInUtc(String text, String written) {
        assertThat(GoTime.seconds(GoTime.seconds(text))).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0} is refused")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-02 | parsing time \"2026-01-02\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"T\"",
                "now | parsing time \"now\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"now\" as \"2006\"",
                "'' | parsing time \"\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"2006\"",
                "2026-13-02T03:04:05Z | parsing time \"2026-13-02T03:04:05Z\": month out of range",
                "2026-02-30T03:04:05Z | parsing time \"2026-02-30T03:04:05Z\": day out of range",
                "2026-01-02T25:04:05Z | parsing time \"2026-01-02T25:04:05Z\": hour out of range",
                "2026-01-02T03:04:05 | parsing time \"2026-01-02T03:04:05\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"Z07:00\"",
                "2026-01-02T03:04:05Zz | parsing time \"2026-01-02T03:04:05Zz\": extra text: \"z\"",
            })
    void badTimes(String text, String message) {
        assertThatThrownBy(() -> GoTime.seconds(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0} with microseconds")
    @CsvSource({"2026-01-02T03:04:05.000000Z", "2026-01-02T03:04:05.123456Z"})
    void microTimesHaveSixDigits(String text) {
        assertThat(GoTime.micros(GoTime.micros(text))).isEqualTo(text);
        assertThatThrownBy(() -> GoTime.micros("2026-01-02T03:04:05Z"))
                .hasMessage("parsing time \"2026-01-02T03:04:05Z\" as \"2006-01-02T15:04:05.000000Z07:00\": cannot"
                        + " parse \"Z\" as \".000000\"");
    }

    @Property
    void everySecondReadsBack(@ForAll @LongRange(min = -62135596800L, max = 253402300799L) long second) {
        Instant time = Instant.ofEpochSecond(second);
        assertThat(GoTime.seconds(time)).isEqualTo(time.toString());
        assertThat(GoTime.seconds(GoTime.seconds(time))).isEqualTo(time);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, 0s",
        "1h2m3s, 1h2m3s",
        "90m, 1h30m0s",
        "1.5h, 1h30m0s",
        "61s, 1m1s",
        "1.5s, 1.5s",
        "1500ms, 1.5s",
        "100ms, 100ms",
        "1500us, 1.5ms",
        "1µs, 1µs",
        "7ns, 7ns",
        "-2m, -2m0s",
        "+3s, 3s",
        ".5s, 500ms",
        "100h, 100h0m0s",
        "1h1ns, 1h0m0.000000001s",
    })
    void durations(String text, String written) {
        assertThat(GoDuration.text(GoDuration.parse(text))).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | time: invalid duration \"\"",
                "3 | time: missing unit in duration \"3\"",
                "1d | time: unknown unit \"d\" in duration \"1d\"",
                "s | time: invalid duration \"s\"",
                "1.2.3s | time: invalid duration \"1.2.3s\"",
                "- | time: invalid duration \"-\"",
                "9999999999h | time: invalid duration \"9999999999h\"",
            })
    void badDurations(String text, String message) {
        assertThatThrownBy(() -> GoDuration.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Property
    void everyDurationReadsBack(@ForAll long nanos) {
        Duration duration = Duration.ofNanos(nanos == Long.MIN_VALUE ? 0 : nanos);
        assertThat(GoDuration.parse(GoDuration.text(duration))).isEqualTo(duration);
    }

    @ParameterizedTest(name = "{0} is {1} in JSON, {2} in YAML")
    @CsvSource({
        "1.0, 1, 1",
        "0.5, 0.5, 0.5",
        "-0.0, -0, -0",
        "1e6, 1000000, 1e+06",
        "1234567.5, 1234567.5, 1.2345675e+06",
        "0.0001, 0.0001, 0.0001",
        "0.00001, 0.00001, 1e-05",
        "1e-7, 1e-7, 1e-07",
        "1.5e21, 1.5e+21, 1.5e+21",
        "123456789012345680000, 123456789012345680000, 1.2345678901234568e+20",
        "2.2250738585072014E-308, 2.2250738585072014e-308, 2.2250738585072014e-308",
        "4.9E-324, 5e-324, 5e-324",
    })
    void numbers(double value, String json, String yaml) {
        assertThat(GoNumbers.json(value)).isEqualTo(json);
        assertThat(GoNumbers.text(value)).isEqualTo(yaml);
    }

    @Property
    void everyNumberReadsBack(@ForAll double value) {
        assertThat(Double.parseDouble(GoNumbers.json(value))).isEqualTo(value);
        assertThat(Double.parseDouble(GoNumbers.text(value))).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "aGVsbG8 | illegal base64 data at input byte 4",
                "aGVs*G8= | illegal base64 data at input byte 4",
                "a | illegal base64 data at input byte 0",
                "=AAA | illegal base64 data at input byte 0",
                "aGVsbG8=a | illegal base64 data at input byte 8",
                "aGVsbA=a | illegal base64 data at input byte 7",
            })
    void badBase64(String text, String message) {
        assertThatThrownBy(() -> GoBase64.parse(text)).hasMessage(message);
    }

    @Property
    void bytesReadBackEvenWithLineBreaks(@ForAll byte[] content) {
        String text = Bytes.of(content).toBase64();
        assertThat(GoBase64.parse(text)).isEqualTo(Bytes.of(content));
        assertThat(GoBase64.parse(text.replaceAll("(.{4})", "$1\r\n"))).isEqualTo(Bytes.of(content));
    }
}
