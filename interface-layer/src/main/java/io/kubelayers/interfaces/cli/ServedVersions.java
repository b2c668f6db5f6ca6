package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The API versions that a cluster serves, and what {@code --runtime-config} may say of them (apiserver {@code storage}). */
final class ServedVersions {
    private static final String STABLE = "api/ga";
    private static final Set<String> UNSTABLE = Set.of("api/beta", "api/alpha");

    private final Set<String> served;

    private ServedVersions(Set<String> served) {
        this.served = served;
    }

    static ServedVersions of(TypeRegistry types) {
        var served = new TreeSet<String>();
        for (var group : types.groups()) {
            for (var version : types.versions(group)) {
                served.add((group.isEmpty() ? "api" : group) + "/" + version);
            }
        }
        return new ServedVersions(served);
    }

    /**
     * Looks whether these can be had.
     *
     * @param wanted versions as {@code api/v1} or {@code apps/v1=true}; without a value they shall be there
     * @throws IllegalArgumentException if one that is not served shall be, or one that is shall not
     */
    void check(Collection<String> wanted) {
        for (var entry : wanted) {
            int sign = entry.indexOf('=');
            var version = sign < 0 ? entry : entry.substring(0, sign);
            var value = sign < 0 ? "true" : entry.substring(sign + 1);
            switch (value) {
                case "true" -> require(version);
                case "false" -> forbid(version);
                default -> throw refusal(entry, "the value must be true or false");
            }
        }
    }

    private void require(String version) {
        if (!version.equals(STABLE) && !served.contains(version)) {
            throw refusal(
                    version,
                    UNSTABLE.contains(version) || version.equals("api/all")
                            ? "not everything of it is served; there are " + String.join(", ", served)
                            : "it is not served; there are " + String.join(", ", served));
        }
    }

    private void forbid(String version) {
        if (served.contains(version) || version.equals(STABLE) || version.equals("api/all")) {
            throw refusal(version, "it is served always, since controllers need it");
        }
    }

    private static IllegalArgumentException refusal(String version, String why) {
        return new IllegalArgumentException("--runtime-config " + version + ": " + why);
    }
}
