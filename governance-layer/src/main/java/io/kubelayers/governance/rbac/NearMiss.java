package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.explain.Finding;

/**
 * Something that nearly allowed a request: where to look when access is missing.
 *
 * @param kind in which way it missed
 * @param subject name of the binding or role
 * @param message one sentence
 */
public record NearMiss(Kind kind, String subject, String message) {
    /** The ways to miss, nearest first. */
    public enum Kind {
        /** A binding of the user points to a role that does not exist. */
        ROLE_MISSING("rbac.role-missing"),
        /** A rule of the user is right but for the verb. */
        VERB("rbac.verb"),
        /** A rule of the user is right but for the API group. */
        API_GROUP("rbac.api-group"),
        /** A rule of the user is right but for the resource, often a subresource. */
        RESOURCE("rbac.resource"),
        /** A rule of the user is right but is limited to other object names. */
        RESOURCE_NAME("rbac.resource-name"),
        /** A binding grants this here, but to a subject that only looks like the user. */
        SUBJECT("rbac.subject"),
        /** The user may do this in another namespace. */
        NAMESPACE("rbac.namespace"),
        /** A role allows this, but no binding gives it to the user. */
        NOT_BOUND("rbac.not-bound");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** Stable name of the kind in findings. */
        public String code() {
            return code;
        }
    }

    Finding finding() {
        return Finding.note(kind.code(), subject, message);
    }
}
