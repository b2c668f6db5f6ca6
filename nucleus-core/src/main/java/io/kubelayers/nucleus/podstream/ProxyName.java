package io.kubelayers.nucleus.podstream;

import java.util.List;
import java.util.Optional;

/**
 * The name in the path of a proxy: {@code name}, {@code name:port} or {@code scheme:name:port} (apimachinery
 * {@code util/net/port_split.go}).
 *
 * @param scheme "", http or https
 * @param name name of the object
 * @param port name or number of the port, "" if none is said
 */
public record ProxyName(String scheme, String name, String port) {
    private static final List<String> SCHEMES = List.of("", "http", "https");

    /** Reads one; empty if it is none. */
    public static Optional<ProxyName> parse(String text) {
        var parts = text.split(":", -1);
        var parsed =
                switch (parts.length) {
                    case 1 -> new ProxyName("", parts[0], "");
                    case 2 -> new ProxyName("", parts[0], parts[1]);
                    case 3 -> new ProxyName(parts[0], parts[1], parts[2]);
                    default -> new ProxyName("", "", "");
                };
        return parsed.name.isEmpty() || !SCHEMES.contains(parsed.scheme) ? Optional.empty() : Optional.of(parsed);
    }
}
