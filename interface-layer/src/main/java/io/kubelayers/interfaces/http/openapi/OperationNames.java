package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.types.ResourceType;

/** Tags and ids of operations, from which generators make names of classes and methods. */
final class OperationNames {
    private final String tag;
    private final String inside;

    private OperationNames(String tag, String inside) {
        this.tag = tag;
        this.inside = inside;
    }

    static OperationNames of(ResourceType type) {
        return of(type.group(), type.version());
    }

    /** @param version empty for what a group has outside of its versions */
    static OperationNames of(String group, String version) {
        var name =
                group.isEmpty() ? "core" : group.endsWith(".k8s.io") ? group.substring(0, group.length() - 7) : group;
        var tag = joined(name, false);
        return new OperationNames(
                version.isEmpty() ? tag : tag + "_" + joined(version, false),
                joined(name, true) + joined(version, true));
    }

    String tag() {
        return tag;
    }

    /** The id of what a verb does to something: {@code list}, {@code NamespacedPod}. */
    String id(String verb, String rest) {
        return verb + inside + rest;
    }

    /** Letters and digits; the letter after anything else is a capital. */
    static String joined(String text, boolean capital) {
        var joined = new StringBuilder();
        var next = capital;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || c == '_' || i != 0 && Character.isDigit(c)) {
                joined.append(next ? Character.toUpperCase(c) : c);
                next = false;
            } else {
                next = true;
            }
        }
        return joined.toString();
    }
}
