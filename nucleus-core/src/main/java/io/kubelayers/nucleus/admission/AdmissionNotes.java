package io.kubelayers.nucleus.admission;

/** Where plugins leave what somebody should hear although the write goes through, and what is to be done behind it. */
public interface AdmissionNotes {
    /** Nobody listens. */
    AdmissionNotes NONE = new AdmissionNotes() {
        @Override
        public void warn(String text) {}

        @Override
        public void annotate(String key, String value) {}

        @Override
        public void atEnd(Runnable action) {
            action.run();
        }
    };

    /** A text for the client, sent as a Warning header. */
    void warn(String text);

    /** An annotation of the request's audit event, such as {@code pod-security.kubernetes.io/exempt: user}. */
    void annotate(String key, String value);

    /**
     * Runs something when this attempt at the write has ended, whether it was stored or refused: the place to give back what
     * a plugin has set aside for it. A write that is tried again passes the plugins again. It must not throw.
     */
    void atEnd(Runnable action);
}
