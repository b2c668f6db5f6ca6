package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.framework.Plugin;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The plugins that configurations may name, and how each is made of its arguments. Immutable.
 *
 * <pre>{@code
 * PluginRegistry.standard().with("OnlyOn", args -> new OnlyOn(args.text("rack").orElseThrow()))
 * }</pre>
 */
public final class PluginRegistry {
    private final TreeMap<String, Function<ConfigNode, Plugin>> factories;

    private PluginRegistry(TreeMap<String, Function<ConfigNode, Plugin>> factories) {
        this.factories = factories;
    }

    static PluginRegistry empty() {
        return new PluginRegistry(new TreeMap<>());
    }

    /** The plugins of the default profile. */
    public static PluginRegistry standard() {
        return StandardPlugins.registry();
    }

    /** With another plugin; its arguments are an empty part where the configuration has none. */
    public PluginRegistry with(String name, Function<ConfigNode, Plugin> factory) {
        var more = new TreeMap<>(factories);
        more.put(name, factory);
        return new PluginRegistry(more);
    }

    Set<String> names() {
        return factories.keySet();
    }

    Plugin make(String name, ConfigNode args) {
        var factory = factories.get(name);
        if (factory == null) {
            throw new IllegalArgumentException(name);
        }
        try {
            return factory.apply(args);
        } catch (ConfigurationException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw args.error(String.valueOf(e.getMessage()));
        }
    }
}
