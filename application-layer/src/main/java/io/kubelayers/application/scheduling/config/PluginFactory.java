package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.framework.Plugin;

/**
 * Makes a plugin of the arguments that a configuration has for it. A provider of this service is found by itself, see
 * {@link PluginRegistry#installed()}; a plugin without arguments may be a provider of service {@link Plugin} instead.
 */
public interface PluginFactory {
    /** The name by which configurations call the plugin. */
    String name();

    /**
     * Makes the plugin.
     *
     * @param args an empty part where the configuration has none
     * @throws IllegalArgumentException if they cannot be used; {@link ConfigNode#error} makes one that tells the place
     */
    Plugin make(ConfigNode args);
}
