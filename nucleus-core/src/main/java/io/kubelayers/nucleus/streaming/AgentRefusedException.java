package io.kubelayers.nucleus.streaming;

/**
 * A node agent refused: an HTTP code and a line of text, which is all that a kubelet says. What a client sees of it depends
 * on what it asked for, as upstream.
 */
public final class AgentRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    private AgentRefusedException(int code, String text) {
        super(text);
        this.code = code;
    }

    /** 400: the request makes no sense to it. */
    public static AgentRefusedException badRequest(String text) {
        return new AgentRefusedException(400, text);
    }

    /** 404: it has no such pod. */
    public static AgentRefusedException notFound(String text) {
        return new AgentRefusedException(404, text);
    }

    /** 500: it could not do it. */
    public static AgentRefusedException internal(String text) {
        return new AgentRefusedException(500, text);
    }

    /** The HTTP code. */
    public int code() {
        return code;
    }

    /** What it said. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
