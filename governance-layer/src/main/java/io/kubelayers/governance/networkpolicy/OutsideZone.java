package io.kubelayers.governance.networkpolicy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Addresses outside that policies cannot tell apart, and one of them to ask for.
 *
 * <p>Ranges nest or are apart, so each range that policies mention, less the ranges in it, is such a zone, and so is what
 * is left of all addresses.
 *
 * @param name the range, {@code 203.0.113.0/24}, or {@code outside} for what no range names
 * @param sample an address in it
 */
record OutsideZone(String name, NetworkEndpoint.Address sample) {
    private static final IpRange ALL_V4 = IpRange.parse("0.0.0.0/0");
    private static final IpRange ALL_V6 = IpRange.parse("::/0");

    /** The zones of all ranges that these policies mention; IPv6 only if one of them is. */
    static List<OutsideZone> of(List<CompiledPolicy> policies) {
        var ranges = new TreeSet<>(Comparator.comparingInt(IpRange::bytes)
                .thenComparing(IpRange::first)
                .thenComparingInt(IpRange::prefix));
        ranges.add(ALL_V4);
        for (var policy : policies) {
            for (var direction : Direction.values()) {
                var rules = policy.rules(direction);
                for (var rule : rules == null ? List.<CompiledRule>of() : rules) {
                    for (var block : rule.blocks()) {
                        ranges.add(block.range());
                        ranges.addAll(block.except());
                    }
                }
            }
        }
        if (ranges.stream().anyMatch(range -> range.bytes() == 16)) {
            ranges.add(ALL_V6);
        }
        var zones = new ArrayList<OutsideZone>();
        for (var range : ranges) {
            var number = firstOutOf(range, ranges);
            if (number.compareTo(range.last()) <= 0) {
                zones.add(new OutsideZone(
                        name(range), NetworkEndpoint.address(range.at(number).toString())));
            }
        }
        return zones;
    }

    private static String name(IpRange range) {
        return range.equals(ALL_V4) ? "outside" : range.equals(ALL_V6) ? "outside (IPv6)" : range.toString();
    }

    /** The first address of a range that is in none of the ranges within; beyond its last if they fill it. */
    private static BigInteger firstOutOf(IpRange range, TreeSet<IpRange> all) {
        var next = range.first();
        for (var inner : all) {
            if (!inner.equals(range)
                    && range.contains(inner)
                    && inner.first().compareTo(next) <= 0
                    && inner.last().compareTo(next) >= 0) {
                next = inner.last().add(BigInteger.ONE);
            }
        }
        return next;
    }
}
