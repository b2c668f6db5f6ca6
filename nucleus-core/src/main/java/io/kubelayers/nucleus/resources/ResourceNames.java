package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.validation.Names;
import java.util.Set;

/** What the name of a resource says about it (upstream {@code pkg/apis/core/helper/helpers.go}). */
public final class ResourceNames {
    private static final String HUGE_PAGES = "hugepages-";

    private static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory", "ephemeral-storage");

    private static final Set<String> COUNTED = Set.of(
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers");

    private static final Set<String> STANDARD = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "storage",
            "requests.storage");

    private ResourceNames() {}

    /** Memory in pages of one size, such as {@code hugepages-2Mi}. */
    public static boolean isHugePages(String name) {
        return name.startsWith(HUGE_PAGES);
    }

    /** The size of a page, such as {@code 2Mi}. */
    public static String pageSize(String name) {
        return name.substring(HUGE_PAGES.length());
    }

    /** A resource that containers ask for and that has no domain. */
    public static boolean isStandardOfContainers(String name) {
        return OF_CONTAINERS.contains(name) || isHugePages(name);
    }

    /** A resource that Kubernetes itself defines and that has no domain. */
    public static boolean isStandard(String name) {
        return STANDARD.contains(name)
                || COUNTED.contains(name)
                || isHugePages(name)
                || name.startsWith("requests." + HUGE_PAGES);
    }

    /** Without a domain, or with one of Kubernetes. */
    public static boolean isNative(String name) {
        return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
    }

    /** A resource that somebody's devices provide, such as {@code nvidia.com/gpu}. */
    public static boolean isExtended(String name) {
        return !isNative(name)
                && !name.startsWith("requests.")
                && Names.qualifiedName("requests." + name).isEmpty();
    }

    /** Whether containers may have more of it by their limits than there is. */
    public static boolean allowsOvercommit(String name) {
        return isNative(name) && !isHugePages(name);
    }

    /** Whether there are only whole ones. */
    public static boolean isCounted(String name) {
        return COUNTED.contains(name) || isExtended(name);
    }
}
