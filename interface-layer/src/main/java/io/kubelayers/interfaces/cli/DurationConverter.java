package io.kubelayers.interfaces.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as Kubernetes writes them: {@code 90s}, {@code 5m}, {@code 1h30m}, and {@code 2d}. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern ALL = Pattern.compile("(\\d+(ms|[dhms]))+");
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|[dhms])");

    @Override
    public Duration convert(String text) {
        if (!ALL.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is no duration such as 90s, 5m, 1h30m or 2d");
        }
        var sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(duration(Long.parseLong(part.group(1)), part.group(2)));
        }
        return sum;
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "d" -> Duration.ofDays(amount);
            case "h" -> Duration.ofHours(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMillis(amount);
        };
    }
}
