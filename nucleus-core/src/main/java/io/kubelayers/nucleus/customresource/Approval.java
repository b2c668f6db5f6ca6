package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.validation.GoUrl;

/** Whether kinds in a group of Kubernetes itself were approved, as an annotation says (apiextensions {@code apihelpers}). */
public enum Approval {
    /** Nothing is said. */
    MISSING("MissingAnnotation"),
    /** Neither an address nor a word that there is none. */
    INVALID("InvalidAnnotation"),
    /** Not approved, and it says so. */
    BYPASSED("UnapprovedAnnotation"),
    /** The address of where it was approved. */
    APPROVED("ApprovedAnnotation");

    /** The annotation. */
    public static final String ANNOTATION = "api-approved.kubernetes.io";

    private static final String REQUIRED = "protected groups must have approval annotation \"" + ANNOTATION + "\"";
    private static final String SEE = ", see https://github.com/kubernetes/enhancements/pull/1111";

    private final String reason;

    Approval(String reason) {
        this.reason = reason;
    }

    public static Approval of(CustomResourceDefinition definition) {
        var text = text(definition);
        if (text.isEmpty()) {
            return MISSING;
        }
        if (text.startsWith("unapproved")) {
            return BYPASSED;
        }
        return isAddress(text) ? APPROVED : INVALID;
    }

    /** Whether a group belongs to Kubernetes, so that kinds in it need its approval. */
    public static boolean isNeeded(String group) {
        return group.equals("k8s.io")
                || group.endsWith(".k8s.io")
                || group.equals("kubernetes.io")
                || group.endsWith(".kubernetes.io");
    }

    static String text(CustomResourceDefinition definition) {
        return definition.metadata().annotations().getOrDefault(ANNOTATION, "");
    }

    private static boolean isAddress(String text) {
        try {
            var address = GoUrl.parseRequest(text);
            return !address.scheme().isEmpty() && !address.host().isEmpty();
        } catch (GoUrl.MalformedException malformed) {
            return false;
        }
    }

    /** One word for it, as conditions have it. */
    String reason() {
        return reason;
    }

    /** What it means for a definition. */
    public String message(CustomResourceDefinition definition) {
        return switch (this) {
            case MISSING -> REQUIRED + SEE;
            case INVALID -> REQUIRED + " with either a URL or a reason starting with \"unapproved\"" + SEE;
            case BYPASSED -> "not approved: \"" + text(definition) + "\"";
            case APPROVED -> "approved in " + text(definition);
        };
    }
}
