package io.kubelayers.nucleus.admission;

/** Where validating plugins leave what somebody should hear although the write goes through. */
public interface AdmissionNotes {
    /** Nobody listens. */
    AdmissionNotes NONE = new AdmissionNotes() {
        @Override
        public void warn(String text) {}

        @Override
        public void annotate(String key, String value) {}
    };

    /** A text for the client, sent as a Warning header. */
    void warn(String text);

    /** An annotation of the request's audit event, such as {@code pod-security.kubernetes.io/exempt: user}. */
    void annotate(String key, String value);
}
