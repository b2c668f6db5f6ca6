package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.StringJoiner;

/**
 * Whether a connection can be opened: both ends must allow it.
 *
 * @param connection what was asked
 * @param egress what the policies of the source say
 * @param ingress what the policies of the destination say
 */
public record NetworkVerdict(NetworkConnection connection, NetworkSide egress, NetworkSide ingress)
        implements Explained {

    public boolean allowed() {
        return egress.allowed() && ingress.allowed();
    }

    /** {@code pod shop/web may not connect to pod shop/db on TCP 5432: ingress of … is isolated by …}. */
    @Override
    public String explain() {
        var text = connection.from() + (allowed() ? " may connect to " : " may not connect to ") + connection.to()
                + " on " + connection.protocol() + " " + connection.port() + ": ";
        if (connection.from().equals(connection.to())) {
            return text + "it is the same";
        }
        if (!egress.isolated() && !ingress.isolated()) {
            return text + "no policy isolates either";
        }
        var reasons = new StringJoiner("; ");
        if (egress.isolated() && egress.allowed() == allowed()) {
            reasons.add(egress.explain());
        }
        if (ingress.isolated() && ingress.allowed() == allowed()) {
            reasons.add(ingress.explain());
        }
        return text + reasons;
    }

    @Override
    public Finding finding() {
        var subject = connection.toString();
        var root = allowed()
                ? Finding.pass("networkpolicy", subject, "the connection is allowed")
                : Finding.fail("networkpolicy", subject, "the connection is not allowed");
        return root.because(egress.finding()).because(ingress.finding());
    }
}
