package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.extender.ExtenderSettings;
import io.kubelayers.application.scheduling.extender.ExtenderTls;
import io.kubelayers.application.scheduling.extender.ManagedResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the {@code extenders} of a configuration. */
final class ExtenderReader {
    private ExtenderReader() {}

    static List<ExtenderSettings> read(ConfigNode root) {
        var extenders = new ArrayList<ExtenderSettings>();
        for (var node : root.nodes("extenders")) {
            extenders.add(extender(node));
        }
        return extenders;
    }

    private static ExtenderSettings extender(ConfigNode node) {
        return new ExtenderSettings(
                text(node, "urlPrefix"),
                text(node, "filterVerb"),
                text(node, "preemptVerb"),
                text(node, "prioritizeVerb"),
                node.number("weight").orElse(0),
                text(node, "bindVerb"),
                node.flag("enableHTTPS"),
                tls(node.node("tlsConfig")),
                node.duration("httpTimeout").orElse(Duration.ZERO),
                node.flag("nodeCacheCapable"),
                resources(node),
                node.flag("ignorable"));
    }

    private static List<ManagedResource> resources(ConfigNode node) {
        var resources = new ArrayList<ManagedResource>();
        for (var resource : node.nodes("managedResources")) {
            resources.add(new ManagedResource(text(resource, "name"), resource.flag("ignoredByScheduler")));
        }
        return resources;
    }

    private static ExtenderTls tls(ConfigNode node) {
        return new ExtenderTls(
                node.flag("insecure"),
                text(node, "serverName"),
                text(node, "certFile"),
                text(node, "keyFile"),
                text(node, "caFile"),
                decoded(node, "certData"),
                decoded(node, "keyData"),
                decoded(node, "caData"));
    }

    private static String text(ConfigNode node, String field) {
        return node.text(field).orElse("");
    }

    private static String decoded(ConfigNode node, String field) {
        try {
            return new String(Base64.getDecoder().decode(text(node, field)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw node.error(field, "must be base64: " + e.getMessage());
        }
    }

    /** Resources that NodeResourcesFit is to leave to extenders. */
    static Set<String> ignoredResources(List<ExtenderSettings> extenders) {
        var ignored = new TreeSet<String>();
        for (var extender : extenders) {
            for (var resource : extender.managedResources()) {
                if (resource.ignoredByScheduler()) {
                    ignored.add(resource.name());
                }
            }
        }
        return ignored;
    }
}
