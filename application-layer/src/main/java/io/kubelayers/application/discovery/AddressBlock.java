package io.kubelayers.application.discovery;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The addresses of a CIDR range that Services may get: all but the network address and, for IPv4, the broadcast address.
 *
 * <p>The first part of it, the static band, is for addresses users ask for; automatic allocation takes from the rest
 * first. The band is {@code min(max(16, size/16), 256)} addresses long, and there is none in a range of 16 or fewer.
 * Upstream source: {@code calculateRangeOffset} in {@code pkg/registry/core/service/ipallocator}.
 */
public final class AddressBlock {
    private final String cidr;
    private final int bits;
    private final BigInteger first;
    private final BigInteger last;
    private final int staticBand;

    private AddressBlock(String cidr, int bits, BigInteger first, BigInteger last, int staticBand) {
        this.cidr = cidr;
        this.bits = bits;
        this.first = first;
        this.last = last;
        this.staticBand = staticBand;
    }

    /**
     * Reads a range such as {@code 10.96.0.0/12} or {@code fd00:10:96::/112}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static AddressBlock of(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("invalid CIDR address: " + cidr);
        }
        var address = InetAddresses.forString(cidr.substring(0, slash));
        int bits = address.getAddress().length * 8;
        int prefix = prefix(cidr, slash, bits);
        var size = BigInteger.ONE.shiftLeft(bits - prefix);
        var network = number(address).divide(size).multiply(size);
        var first = network.add(BigInteger.ONE);
        var last = network.add(size).subtract(bits == 32 ? BigInteger.TWO : BigInteger.ONE);
        return new AddressBlock(cidr, bits, first, last, band(size, 16, 256, 16));
    }

    private static int prefix(String cidr, int slash, int bits) {
        try {
            int prefix = Integer.parseInt(cidr.substring(slash + 1));
            if (prefix >= 0 && prefix <= bits) {
                return prefix;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("invalid CIDR address: " + cidr);
    }

    /** The length of a static band: {@code min(max(min, size/step), max)}, or 0 if the range is no larger than min. */
    static int band(BigInteger size, int min, int max, int step) {
        if (size.compareTo(BigInteger.valueOf(min)) <= 0) {
            return 0;
        }
        var share = size.divide(BigInteger.valueOf(step));
        return share.min(BigInteger.valueOf(max)).max(BigInteger.valueOf(min)).intValueExact();
    }

    /** The range as it was given. */
    public String cidr() {
        return cidr;
    }

    /** The address family, as Services name it. */
    public String family() {
        return bits == 32 ? Service.IPFamily.IPV4 : Service.IPFamily.IPV6;
    }

    /** Number of addresses, at most {@code Integer.MAX_VALUE}: larger ranges are used in part. */
    public int size() {
        var size = last.subtract(first).add(BigInteger.ONE);
        return size.min(BigInteger.valueOf(Integer.MAX_VALUE))
                .max(BigInteger.ZERO)
                .intValueExact();
    }

    /** Number of addresses, from the first on, that automatic allocation takes last. */
    public int staticBand() {
        return staticBand;
    }

    /** The address at a position, 0 being the first. */
    public String address(int position) {
        return text(first.add(BigInteger.valueOf(position)));
    }

    /** The first address, which the API server itself takes. */
    public String first() {
        return address(0);
    }

    /** Whether an address lies in the usable part of the range. */
    public boolean contains(String ip) {
        if (!InetAddresses.isInetAddress(ip)) {
            return false;
        }
        var address = InetAddresses.forString(ip);
        var number = number(address);
        return address.getAddress().length * 8 == bits && number.compareTo(first) >= 0 && number.compareTo(last) <= 0;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private String text(BigInteger number) {
        var raw = number.toByteArray();
        var bytes = new byte[bits / 8];
        int length = Math.min(raw.length, bytes.length);
        System.arraycopy(raw, raw.length - length, bytes, bytes.length - length, length);
        return InetAddresses.toAddrString(address(bytes));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    @Override
    public String toString() {
        return cidr;
    }
}
