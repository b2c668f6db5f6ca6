package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.framework.Plugin;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The plugins that configurations may name, and how each is made of its arguments. Immutable.
 *
 * <pre>{@code
 * PluginRegistry.standard().with("OnlyOn", args -> new OnlyOn(args.text("rack").orElseThrow()))
 * }</pre>
 *
 * or by {@code META-INF/services} or {@code provides} of a module: providers of {@link PluginFactory}, or of {@link Plugin}
 * for plugins without arguments, are in {@link #installed()}.
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

    /** The plugins of the default profile and those that are installed as services. */
    public static PluginRegistry installed() {
        return installed(ServiceLoader.load(PluginFactory.class), ServiceLoader.load(Plugin.class));
    }

    /** The same, with the services that this class loader sees. */
    public static PluginRegistry installed(ClassLoader loader) {
        return installed(ServiceLoader.load(PluginFactory.class, loader), ServiceLoader.load(Plugin.class, loader));
    }

    private static PluginRegistry installed(Iterable<PluginFactory> factories, Iterable<Plugin> plugins) {
        var registry = standard();
        for (var factory : factories) {
            registry = registry.install(factory.name(), factory::make, factory.getClass());
        }
        for (var plugin : plugins) {
            registry = registry.install(plugin.name(), args -> withoutArguments(args, plugin), plugin.getClass());
        }
        return registry;
    }

    private PluginRegistry install(String name, Function<ConfigNode, Plugin> factory, Class<?> provider) {
        if (factories.containsKey(name)) {
            throw new IllegalStateException("a plugin named " + name + " already exists, so " + provider.getName()
                    + " cannot be installed under that name");
        }
        return with(name, factory);
    }

    static Plugin withoutArguments(ConfigNode args, Plugin plugin) {
        args.allow("apiVersion", "kind");
        return plugin;
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
