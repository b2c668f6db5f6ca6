package io.kubelayers.application.discovery;

import java.math.BigInteger;

/**
 * The ports that nodes open for Services.
 *
 * <p>The first ones, the static band of {@code min(max(16, size/32), 128)} ports, are taken last by automatic
 * allocation. Upstream source: {@code pkg/registry/core/service/portallocator}.
 *
 * @param first lowest port
 * @param last highest port
 */
public record NodePortRange(int first, int last) {
    /** Ports 30000 to 32767. */
    public static final NodePortRange STANDARD = new NodePortRange(30000, 32767);

    public NodePortRange {
        if (first < 1 || last < first || last > 65535) {
            throw new IllegalArgumentException("invalid port range: " + first + "-" + last);
        }
    }

    /** Number of ports. */
    public int size() {
        return last - first + 1;
    }

    /** Number of ports, from the first on, that automatic allocation takes last. */
    public int staticBand() {
        return AddressBlock.band(BigInteger.valueOf(size()), 16, 128, 32);
    }

    /** Whether a port is one of these. */
    public boolean contains(int port) {
        return port >= first && port <= last;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
