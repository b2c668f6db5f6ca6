package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.types.ResourceType;

/** What upstream's Go code calls the type of objects, which some of its messages tell. */
final class GoTypes {
    private GoTypes() {}

    static String of(ResourceType type) {
        return type.dynamic() ? "*unstructured.Unstructured" : "*" + packageOf(type.group()) + "." + type.kind();
    }

    static String listOf(ResourceType type) {
        return of(type) + "List";
    }

    /** Versions share one type, in a package named after the group; events of both groups are those of the core. */
    private static String packageOf(String group) {
        return switch (group) {
            case "", "events.k8s.io" -> "core";
            case "internal.apiserver.k8s.io" -> "apiserverinternal";
            default -> group.split("\\.", 2)[0];
        };
    }
}
