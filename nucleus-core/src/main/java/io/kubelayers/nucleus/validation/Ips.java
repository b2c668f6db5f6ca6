package io.kubelayers.nucleus.validation;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses and ranges in fields: which texts are one, of which family, and what is special about them ({@code
 * apimachinery/pkg/util/validation/ip.go}, {@code ValidateEndpointIP}).
 *
 * <p>Old fields are read leniently, as upstream reads them: leading zeros are decimal and a range may name an address
 * inside it. New fields are read strictly.
 */
public final class Ips {
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9a-fA-F:])0+(?=[0-9])");
    private static final String NO_RANGE = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

    private Ips() {}

    /** The address, read leniently; an IPv6 address that stands for an IPv4 one is that one. */
    public static Optional<InetAddress> parse(String text) {
        if (!IpText.isAddress(text)) {
            return Optional.empty();
        }
        var plain = text.indexOf('.') < 0 ? text : LEADING_ZEROS.matcher(text).replaceAll("");
        return InetAddresses.isInetAddress(plain) ? Optional.of(InetAddresses.forString(plain)) : Optional.empty();
    }

    /** Whether a text is an IPv6 address. */
    public static boolean isV6(String text) {
        return parse(text).filter(Inet6Address.class::isInstance).isPresent();
    }

    /** The address as it should have been written. */
    public static String canonical(InetAddress address) {
        return InetAddresses.toAddrString(address);
    }

    /** Complaints about an address in a new field: it must be an address, in the one strict form. */
    public static List<String> strict(String text) {
        if (parse(text).isEmpty()) {
            return Names.ip(text);
        }
        if (LEADING_ZEROS.matcher(text).find()) {
            return List.of("must not have leading 0s");
        }
        return text.contains(":") && !isV6(text) ? List.of("must not be an IPv4-mapped IPv6 address") : List.of();
    }

    /** Complaints about an address that only the machine itself, or nobody, can be reached at. */
    public static List<String> notReachable(String text) {
        var found = parse(text);
        if (found.isEmpty()) {
            return List.of("must be a valid IP address");
        }
        var address = found.get();
        if (address.isAnyLocalAddress()) {
            return List.of("may not be unspecified (" + text + ")");
        }
        if (address.isLoopbackAddress()) {
            return List.of("may not be in the loopback range (127.0.0.0/8, ::1/128)");
        }
        if (address.isLinkLocalAddress()) {
            return List.of("may not be in the link-local range (169.254.0.0/16, fe80::/10)");
        }
        if (isMulticastOnLink(address)) {
            return List.of("may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
        }
        return List.of();
    }

    private static boolean isMulticastOnLink(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 4
                ? (bytes[0] & 0xff) == 224 && bytes[1] == 0 && bytes[2] == 0
                : (bytes[0] & 0xff) == 0xff && (bytes[1] & 0x0f) == 0x02;
    }

    /**
     * A range of addresses.
     *
     * @param address the address before the slash
     * @param prefix the number of bits that all its addresses share
     */
    public record Range(InetAddress address, int prefix) {
        /** The first address of the range as a number. */
        BigInteger network() {
            int free = address.getAddress().length * 8 - prefix;
            return new BigInteger(1, address.getAddress()).shiftRight(free).shiftLeft(free);
        }

        /** Whether the address before the slash is the first one. */
        public boolean startsAtAddress() {
            return network().equals(new BigInteger(1, address.getAddress()));
        }

        /** Whether another range lies inside this one and is smaller. */
        public boolean holdsStrictly(Range other) {
            int bits = address.getAddress().length * 8;
            return bits == other.address.getAddress().length * 8
                    && other.prefix > prefix
                    && network()
                            .shiftRight(bits - prefix)
                            .equals(other.network().shiftRight(bits - prefix));
        }

        /** The range as it should have been written. */
        public String canonical() {
            int length = address.getAddress().length;
            var bytes = new byte[length];
            var raw = network().toByteArray();
            int copied = Math.min(raw.length, length);
            System.arraycopy(raw, raw.length - copied, bytes, length - copied, copied);
            return Ips.canonical(ofBytes(bytes)) + "/" + prefix;
        }
    }

    private static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** The range that a text such as {@code 10.0.0.0/8} names, read leniently. */
    public static Optional<Range> range(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var address = parse(text.substring(0, slash));
        var digits = text.substring(slash + 1);
        if (address.isEmpty()
                || digits.isEmpty()
                || digits.length() > 3
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(digits);
        boolean mapped = text.contains(":") && !(address.get() instanceof Inet6Address);
        int most = mapped ? 128 : address.get().getAddress().length * 8;
        return prefix > most
                ? Optional.empty()
                : Optional.of(new Range(address.get(), mapped ? Math.max(0, prefix - 96) : prefix));
    }

    /** Complaints about the address of an interface, which has the length of its network's prefix with it. */
    public static List<String> interfaceAddress(String text) {
        var range = range(text);
        if (range.isEmpty()) {
            return List.of("must be a valid address in CIDR form, (e.g. 10.9.8.7/24 or 2001:db8::1/64)");
        }
        var canonical = canonical(range.get().address()) + "/" + range.get().prefix();
        return canonical.equals(text) ? List.of() : List.of("must be in canonical form (\"" + canonical + "\")");
    }

    /** Complaints about a range in a field of old. */
    public static List<String> lenientRange(String text) {
        return range(text).isPresent() ? List.of() : List.of(NO_RANGE);
    }

    /** Complaints about a range in a new field. */
    public static List<String> strictRange(String text) {
        var range = range(text);
        if (range.isEmpty()) {
            return List.of(NO_RANGE);
        }
        if (LEADING_ZEROS.matcher(text.substring(0, text.indexOf('/'))).find()) {
            return List.of("must not have leading 0s in IP");
        }
        if (text.contains(":") && !(range.get().address() instanceof Inet6Address)) {
            return List.of("must not be an IPv4-mapped IPv6 address");
        }
        if (!range.get().startsAtAddress()) {
            return List.of("must not have bits set beyond the prefix length");
        }
        return List.of();
    }

    /** Warnings about those addresses of entries that are not written as they should be. */
    public static <T> List<String> warnings(FieldPath path, List<T> entries, Function<T, @Nullable String> address) {
        var warnings = new ArrayList<String>();
        for (int i = 0; i < entries.size(); i++) {
            var text = address.apply(entries.get(i));
            if (text != null) {
                warnings.addAll(warnings(path.index(i), text));
            }
        }
        return warnings;
    }

    /** Warnings about an address that is not written as it should be. */
    public static List<String> warnings(FieldPath path, String text) {
        var found = parse(text);
        if (found.isEmpty()) {
            return List.of();
        }
        var canonical = canonical(found.get());
        if (!strict(text).isEmpty()) {
            return List.of(path + ": non-standard IP address " + GoText.quote(text)
                    + " will be considered invalid in a future Kubernetes release: use " + GoText.quote(canonical));
        }
        return found.get() instanceof Inet6Address && !canonical.equals(text)
                ? List.of(path + ": IPv6 address " + GoText.quote(text) + " should be in RFC 5952 canonical format ("
                        + GoText.quote(canonical) + ")")
                : List.of();
    }

    /** Warnings about a range that is not written as it should be. */
    public static List<String> rangeWarnings(FieldPath path, String text) {
        var range = range(text);
        if (range.isEmpty()) {
            return List.of();
        }
        var canonical = range.get().canonical();
        if (!strictRange(text).isEmpty()) {
            return List.of(path + ": non-standard CIDR value " + GoText.quote(text)
                    + " will be considered invalid in a future Kubernetes release: use " + GoText.quote(canonical));
        }
        return range.get().address() instanceof Inet6Address && !canonical.equals(text)
                ? List.of(path + ": IPv6 CIDR value " + GoText.quote(text) + " should be in RFC 5952 canonical format ("
                        + GoText.quote(canonical) + ")")
                : List.of();
    }
}
