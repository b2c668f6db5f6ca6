package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PullPolicy;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads image references such as {@code registry:5000/team/web:1.2@sha256:…}. */
public final class ImageReference {
    /** Longest name, registry and path together. */
    private static final int NAME_MAX = 255;

    private static final String HUB = "docker.io";

    /** The forms of {@code distribution/reference}, regexp.go; no name is longer than what is tried against them. */
    private static final String COMPONENT = "[a-z0-9]++(?:(?:__|[._]|-++)[a-z0-9]++)*+";

    private static final String LABEL = "[a-zA-Z0-9]++(?:-++[a-zA-Z0-9]++)*+";

    private static final Pattern REFERENCE = Pattern.compile(
            "(?:" + LABEL + "(?:\\." + LABEL
                    + ")*+|\\[[a-fA-F0-9:]++\\])(?::[0-9]++)?+/(?<path>" + COMPONENT + "(?:/" + COMPONENT + ")*+)"
                    + "(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127})?"
                    + "(?:@(?<algorithm>[A-Za-z][A-Za-z0-9]*+(?:[-_+.][A-Za-z][A-Za-z0-9]*+)*+):(?<digest>[0-9a-fA-F]{32,}+))?");

    private static final Pattern IDENTIFIER = Pattern.compile("[a-f0-9]{64}");

    private static final Pattern LOWER_CASE_HEX = Pattern.compile("[a-f0-9]*+");

    /** Longer than any reference that is one: registry, path, tag and digest. */
    private static final int LONGEST = 1024;

    private ImageReference() {}

    /** What is wrong with a reference that is none, in the words of {@code distribution/reference}; empty if it is one. */
    public static Optional<String> problem(String image) {
        if (IDENTIFIER.matcher(image).matches()) {
            return Optional.of("invalid repository name (" + image + "), cannot specify 64-byte hexadecimal strings");
        }
        var parts = parts(image);
        int colon = parts[1].indexOf(':');
        var remote = colon < 0 ? parts[1] : parts[1].substring(0, colon);
        if (!remote.equals(remote.toLowerCase(Locale.ROOT))) {
            return Optional.of("invalid reference format: repository name (" + remote + ") must be lowercase");
        }
        if (image.length() > LONGEST) {
            return Optional.of("repository name must not be more than " + NAME_MAX + " characters");
        }
        var found = REFERENCE.matcher(parts[0] + "/" + parts[1]);
        if (!found.matches()) {
            return Optional.of("invalid reference format");
        }
        if (found.group("path").length() > NAME_MAX) {
            return Optional.of("repository name must not be more than " + NAME_MAX + " characters");
        }
        var algorithm = found.group("algorithm");
        return algorithm == null ? Optional.empty() : digestProblem(algorithm, found.group("digest"));
    }

    private static Optional<String> digestProblem(String algorithm, String digest) {
        int length =
                switch (algorithm) {
                    case "sha256" -> 64;
                    case "sha384" -> 96;
                    case "sha512" -> 128;
                    default -> 0;
                };
        if (length == 0) {
            return Optional.of("unsupported digest algorithm");
        }
        if (digest.length() != length) {
            return Optional.of("invalid checksum digest length");
        }
        return LOWER_CASE_HEX.matcher(digest).matches()
                ? Optional.empty()
                : Optional.of("invalid checksum digest format");
    }

    /** The whole name, as runtimes write it: {@code nginx} is {@code docker.io/library/nginx:latest}. */
    public static String whole(String image) {
        var parts = parts(image);
        var tag = tag(image).equals("latest") && !image.endsWith(":latest") ? ":latest" : "";
        return parts[0] + "/" + parts[1] + tag;
    }

    /** Registry and the rest. */
    private static String[] parts(String image) {
        int slash = image.indexOf('/');
        var first = slash < 0 ? "" : image.substring(0, slash);
        boolean registry = slash >= 0 && isRegistry(first);
        var domain = registry && !first.equals("index." + HUB) ? first : HUB;
        var rest = registry ? image.substring(slash + 1) : image;
        boolean official = domain.equals(HUB) && rest.indexOf('/') < 0;
        return new String[] {domain, official ? "library/" + rest : rest};
    }

    private static boolean isRegistry(String first) {
        return first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT));
    }

    /** The tag, {@code latest} when there is neither tag nor digest, "" when there is only a digest or no valid name. */
    public static String tag(@Nullable String image) {
        if (image == null) {
            return "";
        }
        int digest = image.indexOf('@');
        var name = digest < 0 ? image : image.substring(0, digest);
        int colon = name.lastIndexOf(':');
        boolean tagged = colon > name.lastIndexOf('/');
        if (!isName(tagged ? name.substring(0, colon) : name)) {
            return "";
        }
        if (tagged) {
            return name.substring(colon + 1);
        }
        return digest < 0 ? "latest" : "";
    }

    /** A registry, if there is one, and path components of lower case letters, digits and inner separators. */
    private static boolean isName(String name) {
        if (name.length() > NAME_MAX) {
            return false;
        }
        int slash = name.indexOf('/');
        var first = slash < 0 ? "" : name.substring(0, slash);
        var path = isRegistry(first) ? name.substring(slash + 1) : name;
        boolean inner = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean separator = c == '.' || c == '_' || c == '-' || c == '/';
            boolean repeats = i > 0 && c == path.charAt(i - 1) && (c == '-' || c == '_');
            if (!plain && (!separator || !inner && !repeats)) {
                return false;
            }
            inner = plain;
        }
        return inner;
    }

    /** What a container does about its image when it does not say: the newest always, anything pinned only once. */
    public static String defaultPullPolicy(@Nullable String image) {
        return tag(image).equals("latest") ? PullPolicy.ALWAYS : PullPolicy.IF_NOT_PRESENT;
    }
}
