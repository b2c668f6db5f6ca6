package io.kubelayers.application.scheduling.framework;

import java.util.List;

/**
 * What a plugin answers at an extension point.
 *
 * @param code what the caller does next
 * @param reasons why, in upstream's words, empty on success
 * @param plugin name of the plugin that answered, {@code ""} until the framework has filled it in
 * @param detail what else helps to understand the answer for this node, which upstream does not tell; may be {@code ""}. It is
 *     no part of events and conditions
 */
public record Status(Code code, List<String> reasons, String plugin, String detail) {

    /** What a status means to the scheduling cycle. Upstream: {@code Code} of {@code kube-scheduler/framework}. */
    public enum Code {
        /** The plugin agrees; go on. */
        SUCCESS("Success"),
        /** The plugin failed (bad input, a bug); the cycle ends and the pod is tried again after a back-off. */
        ERROR("Error"),
        /** The pod does not fit; evicting other pods might help. */
        UNSCHEDULABLE("Unschedulable"),
        /** The pod does not fit and evicting other pods would not change that. */
        UNSCHEDULABLE_AND_UNRESOLVABLE("UnschedulableAndUnresolvable"),
        /** Permit only: reserve the node, but bind later, when the plugin allows it. */
        WAIT("Wait"),
        /** The plugin has nothing to say about this pod: its coupled extension points are left out this cycle. */
        SKIP("Skip"),
        /** The pod must wait for something else to finish; it is tried again without a back-off. */
        PENDING("Pending");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        /** Upstream's spelling. */
        @Override
        public String toString() {
            return text;
        }
    }

    private static final Status SUCCESS = new Status(Code.SUCCESS, List.of(), "");
    private static final Status SKIP = new Status(Code.SKIP, List.of(), "");

    public Status {
        reasons = List.copyOf(reasons);
    }

    private Status(Code code, List<String> reasons, String plugin) {
        this(code, reasons, plugin, "");
    }

    public static Status success() {
        return SUCCESS;
    }

    /** Success, with something that went wrong without keeping it from being one. */
    public static Status successful(List<String> remarks) {
        return remarks.isEmpty() ? SUCCESS : new Status(Code.SUCCESS, remarks, "");
    }

    public static Status skip() {
        return SKIP;
    }

    public static Status error(String message) {
        return new Status(Code.ERROR, List.of(message), "");
    }

    public static Status unschedulable(String... reasons) {
        return new Status(Code.UNSCHEDULABLE, List.of(reasons), "");
    }

    /** {@link Code#UNSCHEDULABLE_AND_UNRESOLVABLE}. */
    public static Status unresolvable(String... reasons) {
        return new Status(Code.UNSCHEDULABLE_AND_UNRESOLVABLE, List.of(reasons), "");
    }

    /** {@link Code#WAIT}. */
    public static Status waiting(String... reasons) {
        return new Status(Code.WAIT, List.of(reasons), "");
    }

    public static Status pending(String... reasons) {
        return new Status(Code.PENDING, List.of(reasons), "");
    }

    /** The same answer, known to come from this plugin. */
    public Status by(String name) {
        return plugin.equals(name) ? this : new Status(code, reasons, name, detail);
    }

    /** The same answer with something that helps to understand it. */
    public Status with(String more) {
        return new Status(code, reasons, plugin, more);
    }

    public boolean isSuccess() {
        return code == Code.SUCCESS;
    }

    public boolean isSkip() {
        return code == Code.SKIP;
    }

    public boolean isWait() {
        return code == Code.WAIT;
    }

    public boolean isError() {
        return code == Code.ERROR;
    }

    /** True for the three codes that say no to the pod: it stays pending, which is an answer and not a failure. */
    public boolean isRejected() {
        return code == Code.UNSCHEDULABLE || code == Code.UNSCHEDULABLE_AND_UNRESOLVABLE || code == Code.PENDING;
    }

    /** The reasons in one line. */
    public String message() {
        return String.join(", ", reasons);
    }
}
