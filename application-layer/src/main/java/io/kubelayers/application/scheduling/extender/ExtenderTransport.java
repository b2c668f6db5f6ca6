package io.kubelayers.application.scheduling.extender;

/** Carries messages to one extender and brings its answers. */
@FunctionalInterface
public interface ExtenderTransport {
    /** How to reach extenders: makes a transport of the settings of each, its time limit and certificates included. */
    @FunctionalInterface
    interface Network {
        /** @throws IllegalArgumentException if it cannot be reached that way, such as by certificates that cannot be read */
        ExtenderTransport to(ExtenderSettings settings);
    }

    /**
     * Posts JSON and waits for the answer, at most as long as the settings say.
     *
     * @param verb what is asked for, such as {@code filter}
     * @param url where
     * @throws io.kubelayers.application.scheduling.framework.ExtenderException if there is no answer, or one that is not 200
     */
    String post(String verb, String url, String json);
}
