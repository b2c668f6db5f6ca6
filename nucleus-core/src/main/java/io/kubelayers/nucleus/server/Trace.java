package io.kubelayers.nucleus.server;

/** Is told what each stage of a request did. Off, it costs nothing. */
@FunctionalInterface
public interface Trace {
    /**
     * A stage has ended.
     *
     * @param request what was asked
     * @param stage name of the stage
     * @param layer the layer that acted, such as {@code governance}
     * @param what one sentence, such as {@code allowed by RoleBinding "dev"}
     */
    void stage(ApiRequest request, String stage, String layer, String what);

    /** Whether anybody listens. */
    default boolean isOn() {
        return true;
    }

    static Trace off() {
        return Off.INSTANCE;
    }

    /** Nobody listens. */
    enum Off implements Trace {
        INSTANCE;

        @Override
        public void stage(ApiRequest request, String stage, String layer, String what) {}

        @Override
        public boolean isOn() {
            return false;
        }
    }
}
