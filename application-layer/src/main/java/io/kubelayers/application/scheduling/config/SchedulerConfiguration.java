package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.ProfileException;
import io.kubelayers.application.scheduling.SchedulerController;
import io.kubelayers.application.scheduling.extender.ExtenderSettings;
import io.kubelayers.application.scheduling.extender.ExtenderTransport;
import io.kubelayers.application.scheduling.extender.WireExtender;
import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.queue.QueueTimes;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.election.ElectionSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@code KubeSchedulerConfiguration} says. Fields about the process that have no meaning here (client connection,
 * parallelism, profiling) are read and checked. What is wrong with it is told at once: first what its words say, then, if they make
 * sense, what comes of them (plugins of one's own, extenders).
 *
 * @param profiles at least one; a pod chooses by {@code spec.schedulerName}
 * @param queueTimes how long pods wait between attempts
 * @param election how a leader is elected where several schedulers run against one API; empty if none is
 */
public record SchedulerConfiguration(
        List<Profile> profiles, QueueTimes queueTimes, Optional<ElectionSettings> election) {
    static final String VERSION = "kubescheduler.config.k8s.io/v1";
    static final ExtenderTransport.Network NO_NETWORK = settings -> {
        throw new IllegalArgumentException("extenders need a network, and none was given to reach them by");
    };
    private static final String KIND = "KubeSchedulerConfiguration";

    public SchedulerConfiguration {
        profiles = List.copyOf(profiles);
    }

    /**
     * Reads YAML or JSON that names plugins of the default profile and such as are {@linkplain
     * PluginRegistry#installed() installed}.
     *
     * @throws ConfigurationException if it cannot be used
     */
    public static SchedulerConfiguration read(String text) {
        return read(text, PluginRegistry.installed());
    }

    /** The same with plugins of one's own. */
    public static SchedulerConfiguration read(String text, PluginRegistry registry) {
        return read(text, registry, NO_NETWORK);
    }

    /** The same where extenders can be reached. */
    public static SchedulerConfiguration read(String text, PluginRegistry registry, ExtenderTransport.Network network) {
        var root = ConfigNode.root(Codec.readTree(text, ReadOptions.strict()));
        checkKind(root);
        var mistakes = new Mistakes();
        ConfigFields.check(root, mistakes);
        ConfigurationChecks.check(root, registry, mistakes);
        mistakes.throwIfAny();
        var settings = ExtenderReader.read(root);
        var extenders = reached(root, settings, network, mistakes);
        var profiles = profiles(root, registry, settings, extenders, mistakes);
        mistakes.throwIfAny();
        var election = LeaderElectionChecks.elects(root)
                ? Optional.of(LeaderElectionChecks.settings(root))
                : Optional.<ElectionSettings>empty();
        return new SchedulerConfiguration(profiles, queueTimes(root), election);
    }

    private static void checkKind(ConfigNode root) {
        var version = root.text("apiVersion").orElse("");
        var kind = root.text("kind").orElse("");
        if (kind.isEmpty() || version.isEmpty()) {
            throw ConfigurationException.worded(
                    kind.isEmpty() ? "kind" : "apiVersion",
                    "Object '" + (kind.isEmpty() ? "Kind" : "apiVersion") + "' is missing in '"
                            + Codec.json(root.tree()) + "'; it must be " + KIND + " of " + VERSION);
        }
        if (!kind.equals(KIND) || !version.equals(VERSION)) {
            throw ConfigurationException.worded(
                    "apiVersion",
                    "no kind \"" + kind + "\" is registered for version \"" + version
                            + "\" in scheme \"pkg/scheduler/apis/config/scheme/scheme.go:30\"; it must be " + KIND
                            + " of "
                            + VERSION);
        }
    }

    private static List<Extender> reached(
            ConfigNode root, List<ExtenderSettings> settings, ExtenderTransport.Network network, Mistakes mistakes) {
        var extenders = new ArrayList<Extender>();
        for (int i = 0; i < settings.size(); i++) {
            try {
                extenders.add(WireExtender.of(settings.get(i), network.to(settings.get(i))));
            } catch (IllegalArgumentException e) {
                mistakes.add(Mistake.at(root.at("extenders").index(i).toString(), String.valueOf(e.getMessage())));
            }
        }
        return extenders;
    }

    private static List<Profile> profiles(
            ConfigNode root,
            PluginRegistry registry,
            List<ExtenderSettings> settings,
            List<Extender> extenders,
            Mistakes mistakes) {
        int percentage = root.number("percentageOfNodesToScore").orElse(0);
        var nodes = new ArrayList<>(root.nodes("profiles"));
        if (nodes.isEmpty()) {
            nodes.add(ConfigNode.empty(root.at("profiles").index(0)));
        }
        var ignored = ExtenderReader.ignoredResources(settings);
        var profiles = new ArrayList<Profile>();
        for (var node : nodes) {
            mistakes.during(() -> profiles.add(profile(node, registry, ignored, percentage, extenders)));
        }
        return profiles;
    }

    private static Profile profile(
            ConfigNode node, PluginRegistry registry, Set<String> ignored, int percentage, List<Extender> extenders) {
        try {
            var profile =
                    new ProfileReader(registry, node, ignored).read(percentage).edit();
            extenders.forEach(profile::extendedBy);
            return profile.build();
        } catch (ProfileException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
    }

    private static QueueTimes queueTimes(ConfigNode root) {
        var standard = QueueTimes.standard();
        return new QueueTimes(
                seconds(root, "podInitialBackoffSeconds", standard.initialBackoff()),
                seconds(root, "podMaxBackoffSeconds", standard.maxBackoff()),
                standard.maxUnschedulable());
    }

    private static Duration seconds(ConfigNode root, String field, Duration standard) {
        return root.number(field).map(Duration::ofSeconds).orElse(standard);
    }

    /** The scheduler that works by it, for {@code ApplicationLayer.standard().with(…)}. */
    public Controller controller() {
        return SchedulerController.controller(profiles, queueTimes);
    }
}
