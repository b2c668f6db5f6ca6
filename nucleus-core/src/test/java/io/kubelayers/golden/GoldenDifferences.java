package io.kubelayers.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cases whose recorded answer is that of another Kubernetes version, each with the reason: the lines {@code topic/id
 * reason} of the resource {@code golden-differences.txt}.
 */
final class GoldenDifferences {
    private final Map<String, String> reasons;

    private GoldenDifferences(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    static GoldenDifferences of(String topic) {
        try (InputStream resource = GoldenDifferences.class.getResourceAsStream("/golden-differences.txt")) {
            return parse(topic, resource == null ? "" : new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GoldenDifferences parse(String topic, String text) {
        Map<String, String> reasons = new LinkedHashMap<>();
        text.lines().filter(line -> line.startsWith(topic + "/")).forEach(line -> {
            String[] parts = line.substring(topic.length() + 1).split(" ", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalStateException("a difference needs a reason: " + line);
            }
            reasons.put(parts[0], parts[1]);
        });
        return new GoldenDifferences(reasons);
    }

    @Nullable
    String reason(String id) {
        return reasons.get(id);
    }
}
