package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.extender.ExtenderTransport;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;

/**
 * A scheduler configuration as it stands in a file: errors name the line, each its own.
 *
 * <pre>{@code
 * scheduler.yaml:7:15: profiles[0].plugins.score.enabled[0].name: plugin "NodePort" does not exist; there are …
 * }</pre>
 */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    /**
     * Reads YAML or JSON.
     *
     * @param source name of the file in messages
     * @throws ConfigurationException if it cannot be used
     * @throws io.kubelayers.nucleus.codec.DecodeException if it is not well-formed
     */
    public static SchedulerConfiguration read(String source, String text, PluginRegistry registry) {
        return read(source, text, registry, SchedulerConfiguration.NO_NETWORK);
    }

    /** The same where extenders can be reached. */
    public static SchedulerConfiguration read(
            String source, String text, PluginRegistry registry, ExtenderTransport.Network network) {
        var options = ReadOptions.strict().named(source);
        Codec.readTree(text, options);
        try {
            return SchedulerConfiguration.read(text, registry, network);
        } catch (ConfigurationException problem) {
            throw problem.at(place -> Codec.locate(text, options, place));
        }
    }
}
