package io.kubelayers.governance.networkpolicy;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits.
 *
 * @param bytes length of addresses: 4 for IPv4, 16 for IPv6
 * @param high first half of an IPv6 base address; 0 for IPv4
 * @param low second half of it, or the IPv4 base address
 * @param prefix number of bits that count
 */
record IpRange(int bytes, long high, long low, int prefix) {
    IpRange {
        int width = bytes * 8;
        if (prefix < 0 || prefix > width) {
            throw new IllegalArgumentException("prefix length " + prefix + " of " + width);
        }
        high &= width == 128 ? mask(prefix, 64) : 0;
        low &= width == 128 ? mask(prefix - 64, 64) : mask(prefix, 32);
    }

    /** The leading ones of a word of that width. */
    private static long mask(int ones, int width) {
        if (ones <= 0) {
            return 0;
        }
        long full = width == 64 ? -1L : (1L << width) - 1;
        return ones >= width ? full : full & (-1L << (width - ones));
    }

    /**
     * The range of this one address.
     *
     * @throws IllegalArgumentException if the text is no address
     */
    static IpRange address(String text) {
        var address = InetAddresses.forString(text).getAddress();
        return new IpRange(
                address.length,
                address.length == 4 ? 0 : word(address, 0, 8),
                address.length == 4 ? word(address, 0, 4) : word(address, 8, 16),
                address.length * 8);
    }

    private static long word(byte[] bytes, int from, int to) {
        long word = 0;
        for (int i = from; i < to; i++) {
            word = word << 8 | (bytes[i] & 0xff);
        }
        return word;
    }

    /**
     * The range of this text, such as {@code 10.0.0.0/8}.
     *
     * @throws IllegalArgumentException if the text is no range
     */
    static IpRange parse(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("invalid CIDR address: " + cidr);
        }
        try {
            var base = address(cidr.substring(0, slash));
            return new IpRange(base.bytes, base.high, base.low, Integer.parseInt(cidr.substring(slash + 1)));
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("invalid CIDR address: " + cidr, bad);
        }
    }

    /** Whether all of the other range is in this one. */
    boolean contains(IpRange other) {
        return bytes == other.bytes
                && prefix <= other.prefix
                && equals(new IpRange(bytes, other.high, other.low, prefix));
    }

    BigInteger first() {
        var lower = BigInteger.valueOf(low).and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        return BigInteger.valueOf(high)
                .and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE))
                .shiftLeft(64)
                .or(lower);
    }

    BigInteger last() {
        return first().add(BigInteger.ONE.shiftLeft(bytes * 8 - prefix)).subtract(BigInteger.ONE);
    }

    /** The address with this number, of the family of this range. */
    IpRange at(BigInteger number) {
        return new IpRange(bytes, number.shiftRight(64).longValue(), number.longValue(), bytes * 8);
    }

    @Override
    public String toString() {
        var address = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            int fromRight = bytes - 1 - i;
            address[i] = (byte) (fromRight < 8 ? low >>> (8 * fromRight) : high >>> (8 * (fromRight - 8)));
        }
        try {
            var text = InetAddresses.toAddrString(InetAddress.getByAddress(address));
            return prefix == bytes * 8 ? text : text + "/" + prefix;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
