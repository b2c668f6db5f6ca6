package io.kubelayers.nucleus.server;

import java.util.Map;

/** The keys under which upstream stores objects, as some of its messages show them. */
final class StorageKeys {
    /** Folders that are not simply the resource. */
    private static final Map<String, String> FOLDERS = Map.of(
            "services", "services/specs",
            "endpoints", "services/endpoints",
            "nodes", "minions",
            "replicationcontrollers", "controllers",
            "ingresses", "ingress",
            "apiservices", "apiregistration.k8s.io/apiservices",
            "customresourcedefinitions", "apiextensions.k8s.io/customresourcedefinitions");

    private StorageKeys() {}

    /** {@code /registry/deployments/shop/web}. */
    static String text(RequestContext context) {
        var type = context.type();
        var folder = type.dynamic()
                ? type.group() + "/" + type.plural()
                : FOLDERS.getOrDefault(type.plural(), type.plural());
        var namespace = type.namespaced() ? context.request().namespace() + "/" : "";
        return "/registry/" + folder + "/" + namespace + context.request().name();
    }
}
