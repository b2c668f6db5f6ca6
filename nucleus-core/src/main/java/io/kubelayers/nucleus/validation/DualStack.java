package io.kubelayers.nucleus.validation;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists that hold an address, or a range of them, for each family at most ({@code IsDualStackIPStrings}). What can't be
 * read has no family: upstream tells of the first such entry as an error of its own.
 */
public final class DualStack {
    private static final int FAMILIES = 2;

    private DualStack() {}

    /** Adds what is wrong with several addresses; one alone is fine. */
    public static void addresses(
            FieldPath path, List<String> addresses, @Nullable Object shown, List<FieldError> errors) {
        if (addresses.size() < FAMILIES) {
            return;
        }
        int odd = unread(addresses.stream().map(Ips::parse).toList());
        if (odd >= 0) {
            errors.add(FieldError.internal(
                    path, "failed to check for dual stack with error:invalid IP[" + odd + "]: " + addresses.get(odd)));
        }
        if (!isPair(addresses.stream().map(Ips::parse).toList())) {
            errors.add(FieldError.invalid(path, shown, "may specify no more than one IP for each IP family"));
        }
    }

    /** Adds what is wrong with several ranges; one alone is fine. */
    public static void ranges(FieldPath path, List<String> ranges, List<FieldError> errors) {
        if (ranges.size() < FAMILIES) {
            return;
        }
        var starts = ranges.stream()
                .map(range -> Ips.range(range).map(Ips.Range::address))
                .toList();
        int odd = unread(starts);
        if (odd >= 0) {
            errors.add(FieldError.internal(
                    path,
                    "invalid PodCIDRs. failed to check with dual stack with error:invalid CIDR[" + odd
                            + "]: <nil> (invalid CIDR address: " + ranges.get(odd) + ")"));
        }
        if (!isPair(starts)) {
            errors.add(FieldError.invalid(path, ranges, "may specify no more than one CIDR for each IP family"));
        }
    }

    private static int unread(List<Optional<InetAddress>> addresses) {
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isPair(List<Optional<InetAddress>> addresses) {
        return addresses.size() == FAMILIES
                && unread(addresses) < 0
                && addresses.get(0).get().getAddress().length
                        != addresses.get(1).get().getAddress().length;
    }
}
