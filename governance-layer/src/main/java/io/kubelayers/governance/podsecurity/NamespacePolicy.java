package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What holds for the pods of a namespace.
 *
 * @param enforce pods that violate it are refused
 * @param audit writes that violate it are noted in the audit log
 * @param warn writes that violate it are answered with a warning
 */
public record NamespacePolicy(LevelVersion enforce, LevelVersion audit, LevelVersion warn) {
    public static final String ENFORCE_LABEL = "pod-security.kubernetes.io/enforce";
    public static final String ENFORCE_VERSION_LABEL = "pod-security.kubernetes.io/enforce-version";
    public static final String AUDIT_LABEL = "pod-security.kubernetes.io/audit";
    public static final String AUDIT_VERSION_LABEL = "pod-security.kubernetes.io/audit-version";
    public static final String WARN_LABEL = "pod-security.kubernetes.io/warn";
    public static final String WARN_VERSION_LABEL = "pod-security.kubernetes.io/warn-version";

    /** Nothing is refused, noted or warned about: what holds where no label says otherwise. */
    public static final NamespacePolicy PRIVILEGED =
            new NamespacePolicy(LevelVersion.PRIVILEGED, LevelVersion.PRIVILEGED, LevelVersion.PRIVILEGED);

    private static final String LEVELS = "must be one of privileged, baseline, restricted";
    private static final String VERSIONS = "must be \"latest\" or \"v1.x\"";

    /**
     * The policy that labels ask for.
     *
     * @param policy always usable: what cannot be read is enforced as restricted and latest, but neither audited nor
     *     warned about
     * @param errors the labels that cannot be read
     */
    public record FromLabels(NamespacePolicy policy, List<FieldError> errors) {}

    /**
     * Reads the labels of a namespace; what they don't say is taken from the defaults. One that enforces more than it
     * would warn about warns about what it enforces, unless a label says otherwise. Upstream: {@code api/helpers.go}.
     */
    public static FromLabels read(Map<String, String> labels, NamespacePolicy defaults) {
        var reader = new Reader(labels);
        var enforce = reader.read(ENFORCE_LABEL, ENFORCE_VERSION_LABEL, defaults.enforce, Level.RESTRICTED);
        var audit = reader.read(AUDIT_LABEL, AUDIT_VERSION_LABEL, defaults.audit, Level.PRIVILEGED);
        var warn = reader.read(WARN_LABEL, WARN_VERSION_LABEL, defaults.warn, Level.PRIVILEGED);
        if (!labels.containsKey(WARN_LABEL)
                && Level.named(labels.getOrDefault(ENFORCE_LABEL, "")).isPresent()
                && enforce.level().compareTo(warn.level()) > 0) {
            var version = labels.containsKey(WARN_VERSION_LABEL) ? warn.version() : enforce.version();
            warn = new LevelVersion(enforce.level(), version);
        }
        return new FromLabels(new NamespacePolicy(enforce, audit, warn), List.copyOf(reader.errors));
    }

    boolean isPrivileged() {
        return enforce.isPrivileged() && audit.isPrivileged() && warn.isPrivileged();
    }

    boolean isEquivalentTo(NamespacePolicy other) {
        return enforce.isEquivalentTo(other.enforce)
                && audit.isEquivalentTo(other.audit)
                && warn.isEquivalentTo(other.warn);
    }

    /** The parts that forbid anything and that labels speak of: {@code enforce=baseline:latest, warn=restricted:v1.35}. */
    String labelled(Map<String, String> labels) {
        var text = new StringJoiner(", ");
        if (!enforce.isPrivileged()
                && (labels.containsKey(ENFORCE_LABEL) || labels.containsKey(ENFORCE_VERSION_LABEL))) {
            text.add("enforce=" + enforce);
        }
        if (!audit.isPrivileged() && (labels.containsKey(AUDIT_LABEL) || labels.containsKey(AUDIT_VERSION_LABEL))) {
            text.add("audit=" + audit);
        }
        if (!warn.isPrivileged() && (labels.containsKey(WARN_LABEL) || labels.containsKey(WARN_VERSION_LABEL))) {
            text.add("warn=" + warn);
        }
        return text.toString();
    }

    private record Reader(Map<String, String> labels, List<FieldError> errors) {
        Reader(Map<String, String> labels) {
            this(labels, new ArrayList<>(0));
        }

        LevelVersion read(String levelLabel, String versionLabel, LevelVersion otherwise, Level unreadable) {
            var level = otherwise.level();
            var levelText = labels.get(levelLabel);
            if (levelText != null) {
                var named = Level.named(levelText);
                require(named, levelLabel, levelText, LEVELS);
                level = named.orElse(unreadable);
            }
            var version = otherwise.version();
            var versionText = labels.get(versionLabel);
            if (versionText != null) {
                var parsed = PolicyVersion.parse(versionText);
                require(parsed, versionLabel, versionText, VERSIONS);
                version = parsed.orElse(PolicyVersion.LATEST);
            }
            return new LevelVersion(level, version);
        }

        private void require(Optional<?> read, String label, String text, String detail) {
            if (read.isEmpty()) {
                errors.add(FieldError.invalid(FieldPath.of("metadata", "labels").key(label), text, detail));
            }
        }
    }
}
