package io.kubelayers.application.scheduling.plugins;

/**
 * A resource that a score looks at. Upstream: {@code ResourceSpec} of {@code NodeResourcesFitArgs}.
 *
 * @param resource its name: cpu, memory, ephemeral-storage or an extended resource
 * @param weight how much it counts among the others, 1 to 100
 */
public record ResourceWeight(String resource, int weight) {
    public ResourceWeight {
        if (weight < 1 || weight > 100) {
            throw new IllegalArgumentException(
                    "resources[" + resource + "].weight: Invalid value: " + weight + ": not in valid range [1-100]");
        }
    }
}
