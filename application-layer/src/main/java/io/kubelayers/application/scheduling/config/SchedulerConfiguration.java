package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.ProfileException;
import io.kubelayers.application.scheduling.SchedulerController;
import io.kubelayers.application.scheduling.queue.QueueTimes;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.control.Controller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What a {@code KubeSchedulerConfiguration} says. Fields about the process (client connection, leader election, metrics,
 * parallelism) are read and have no meaning here.
 *
 * @param profiles at least one; a pod chooses by {@code spec.schedulerName}
 * @param queueTimes how long pods wait between attempts
 */
public record SchedulerConfiguration(List<Profile> profiles, QueueTimes queueTimes) {
    private static final String VERSION = "kubescheduler.config.k8s.io/v1";
    private static final String KIND = "KubeSchedulerConfiguration";

    public SchedulerConfiguration {
        profiles = List.copyOf(profiles);
    }

    /**
     * Reads YAML or JSON.
     *
     * @throws ConfigurationException if it cannot be used
     */
    public static SchedulerConfiguration read(String text) {
        return read(text, PluginRegistry.standard());
    }

    /** The same with plugins of one's own. */
    public static SchedulerConfiguration read(String text, PluginRegistry registry) {
        var root = ConfigNode.root(Codec.readTree(text, ReadOptions.strict()));
        root.allow(
                "apiVersion",
                "kind",
                "profiles",
                "extenders",
                "percentageOfNodesToScore",
                "podInitialBackoffSeconds",
                "podMaxBackoffSeconds",
                "parallelism",
                "leaderElection",
                "clientConnection",
                "enableProfiling",
                "enableContentionProfiling",
                "delayCacheUntilActive");
        expect(root, "apiVersion", VERSION);
        expect(root, "kind", KIND);
        if (!root.nodes("extenders").isEmpty()) {
            throw root.error("extenders", "not supported yet");
        }
        return new SchedulerConfiguration(profiles(root, registry), queueTimes(root));
    }

    private static void expect(ConfigNode root, String field, String value) {
        var found = root.text(field).orElse("");
        if (!found.equals(value)) {
            throw root.error(field, "must be " + value + ", is \"" + found + '"');
        }
    }

    private static List<Profile> profiles(ConfigNode root, PluginRegistry registry) {
        int percentage = root.number("percentageOfNodesToScore", 0, 100).orElse(0);
        var nodes = new ArrayList<>(root.nodes("profiles"));
        if (nodes.isEmpty()) {
            nodes.add(ConfigNode.empty("profiles[0]"));
        }
        var names = new HashSet<String>();
        var profiles = new ArrayList<Profile>();
        for (var node : nodes) {
            var name = node.text("schedulerName");
            if (name.isEmpty() && nodes.size() > 1) {
                throw node.error("schedulerName", "Required value");
            }
            if (!names.add(name.orElse(Profile.DEFAULT_SCHEDULER))) {
                throw node.error("schedulerName", "Duplicate value: \"" + name.orElse("") + '"');
            }
            try {
                profiles.add(new ProfileReader(registry, node).read(percentage));
            } catch (ProfileException e) {
                throw node.error(String.valueOf(e.getMessage()));
            }
        }
        return profiles;
    }

    private static QueueTimes queueTimes(ConfigNode root) {
        var standard = QueueTimes.standard();
        int initial = root.number("podInitialBackoffSeconds", 1, Integer.MAX_VALUE)
                .orElse((int) standard.initialBackoff().toSeconds());
        int most = root.number("podMaxBackoffSeconds", 1, Integer.MAX_VALUE)
                .orElse((int) standard.maxBackoff().toSeconds());
        if (most < initial) {
            throw root.error(
                    "podMaxBackoffSeconds",
                    "Invalid value: " + most + ": must be greater than or equal to podInitialBackoffSeconds");
        }
        return new QueueTimes(Duration.ofSeconds(initial), Duration.ofSeconds(most), standard.maxUnschedulable());
    }

    /** The scheduler that works by it, for {@code ApplicationLayer.standard().with(…)}. */
    public Controller controller() {
        return SchedulerController.controller(profiles, queueTimes);
    }
}
