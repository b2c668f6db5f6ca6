package io.kubelayers.governance.networkpolicy;

import java.util.Locale;

/** Which way traffic goes, seen from the pod a policy selects. */
public enum Direction {
    /** Into the pod: the policies of the destination decide. */
    INGRESS,
    /** Out of the pod: the policies of the source decide. */
    EGRESS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
