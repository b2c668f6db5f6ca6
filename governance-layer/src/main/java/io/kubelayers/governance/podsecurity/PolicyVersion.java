package io.kubelayers.governance.podsecurity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Kubernetes version whose checks are meant: {@code v1.35} or {@code latest}.
 *
 * @param minor the number after {@code v1.}; {@link Integer#MAX_VALUE} for latest
 */
public record PolicyVersion(int minor) implements Comparable<PolicyVersion> {
    /** Whatever is newest; newer than any number. */
    public static final PolicyVersion LATEST = new PolicyVersion(Integer.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("v1\\.([0-9]|[1-9][0-9]*)");

    public PolicyVersion {
        if (minor < 0) {
            throw new IllegalArgumentException("negative version 1." + minor);
        }
    }

    /** Version 1 dot this. */
    public static PolicyVersion v1(int minor) {
        return new PolicyVersion(minor);
    }

    /** The version of this text, if it is {@code latest} or {@code v1.x}. */
    public static Optional<PolicyVersion> parse(String text) {
        if (text.equals("latest")) {
            return Optional.of(LATEST);
        }
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PolicyVersion(Integer.parseInt(form.group(1))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(PolicyVersion other) {
        return Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return equals(LATEST) ? "latest" : "v1." + minor;
    }
}
