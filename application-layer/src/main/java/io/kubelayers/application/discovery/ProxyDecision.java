package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection to a Service goes, and why the other endpoints were left out.
 *
 * @param verdict what happens to it
 * @param backend where it goes; null unless forwarded
 * @param candidates the endpoints it could have gone to
 * @param session what to remember for the client; null if the service keeps no sessions
 * @param finding the reasons, one child for each endpoint
 */
public record ProxyDecision(
        Verdict verdict,
        @Nullable Backend backend,
        List<Backend> candidates,
        @Nullable Session session,
        Finding finding)
        implements Explained {
    /** What a node's proxy does with a connection. */
    public enum Verdict {
        /** It reaches an endpoint. */
        FORWARD,
        /** The client is told at once that nobody answers. */
        REJECT,
        /** The packets vanish and the client runs into its timeout. */
        DROP,
        /** The service is not proxied at all: headless, or an external name. */
        NOT_PROXIED
    }

    /**
     * An endpoint with the port that the connection reaches.
     *
     * @param ip address
     * @param port port of the pod
     * @param node node of the pod; null if unknown
     * @param pod name of the pod; null if the endpoint is none
     */
    public record Backend(String ip, int port, @Nullable String node, @Nullable String pod) {
        @Override
        public String toString() {
            return ip.indexOf(':') >= 0 ? "[" + ip + "]:" + port : ip + ":" + port;
        }
    }

    /**
     * The memory of session affinity for one client and one service port.
     *
     * @param backend where the client went last
     * @param lastUsed when
     */
    public record Session(Backend backend, Instant lastUsed) {}

    public ProxyDecision {
        candidates = List.copyOf(candidates);
    }

    static ProxyDecision refused(Verdict verdict, String subject, String why, List<Finding> because) {
        var finding = Finding.fail(ServiceProxy.CODE, subject, why)
                .input("verdict", verdict)
                .because(because);
        return new ProxyDecision(verdict, null, List.of(), null, finding);
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
