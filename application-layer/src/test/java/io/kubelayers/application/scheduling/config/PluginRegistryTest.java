package io.kubelayers.application.scheduling.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.Plugin;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that are found by themselves, as services. */
class PluginRegistryTest {
    /** Rejects every node. */
    public static final class Nowhere implements FilterPlugin {
        @Override
        public String name() {
            return "Nowhere";
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            return Status.unresolvable("nowhere is better");
        }
    }

    private record OnlyOn(String node) implements FilterPlugin {
        @Override
        public String name() {
            return "OnlyOn";
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo info) {
            return info.name().equals(node) ? Status.success() : Status.unresolvable("not " + node);
        }
    }

    /** Makes {@link OnlyOn} of its arguments. */
    public static final class OnlyOnFactory implements PluginFactory {
        @Override
        public String name() {
            return "OnlyOn";
        }

        @Override
        public Plugin make(ConfigNode args) {
            args.allow("node");
            return new OnlyOn(args.text("node").orElseThrow(() -> args.error("node", "Required value")));
        }
    }

    /** Takes a name that is taken. */
    public static final class Impostor implements FilterPlugin {
        @Override
        public String name() {
            return "NodeName";
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            return Status.success();
        }
    }

    @TempDir
    private Path folder;

    private URLClassLoader installing(Class<?> service, Class<?> provider) throws IOException {
        var file = folder.resolve("META-INF/services/" + service.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, provider.getName() + "\n");
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private static String explained(PluginRegistry registry, String profile) {
        var configuration = SchedulerConfiguration.read(
                """
                apiVersion: kubescheduler.config.k8s.io/v1
                kind: KubeSchedulerConfiguration
                profiles:
                """
                        + profile,
                registry);
        return Scheduling.on(List.of(ANode.named("n1"), ANode.named("n2")), List.of())
                .by(configuration.profiles().get(0))
                .place(APod.named("p").build())
                .explain();
    }

    @Test
    void aPluginWithoutArgumentsIsAServiceItself() throws IOException {
        try (var loader = installing(Plugin.class, Nowhere.class)) {
            assertThat(explained(PluginRegistry.installed(loader), "- plugins: {filter: {enabled: [{name: Nowhere}]}}"))
                    .startsWith("0/2 nodes are available: 2 nowhere is better.");
        }
    }

    @Test
    void oneWithArgumentsIsMadeByAFactory() throws IOException {
        try (var loader = installing(PluginFactory.class, OnlyOnFactory.class)) {
            var registry = PluginRegistry.installed(loader);
            assertThat(explained(
                            registry,
                            "- plugins: {multiPoint: {enabled: [{name: OnlyOn}]}}\n"
                                    + "  pluginConfig: [{name: OnlyOn, args: {node: n2}}]"))
                    .isEqualTo("Successfully assigned default/p to n2");
            assertThatThrownBy(() -> explained(
                            registry,
                            "- plugins: {multiPoint: {enabled: [{name: OnlyOn}]}}\n"
                                    + "  pluginConfig: [{name: OnlyOn, args: {nod: n2}}]"))
                    .hasMessage(
                            "strict decoding error: unknown field \"profiles[0].pluginConfig[0].args.nod\"; there are"
                                    + " node");
        }
    }

    @Test
    void namesThatAreTakenAreRefused() throws IOException {
        try (var loader = installing(Plugin.class, Impostor.class)) {
            assertThatThrownBy(() -> PluginRegistry.installed(loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a plugin named NodeName already exists, so " + Impostor.class.getName()
                            + " cannot be installed under that name");
        }
    }
}
