package io.kubelayers.application.scheduling.config;

import io.kubelayers.nucleus.codec.GoDuration;
import io.kubelayers.nucleus.election.ElectionSettings;
import io.kubelayers.nucleus.validation.FieldErrors;
import java.time.Duration;

/** The parts of a configuration about the process. Upstream: {@code component-base/config/validation}. */
final class LeaderElectionChecks {
    private static final String LEASES = "leases";
    private static final String[] TIMES = {"leaseDuration", "renewDeadline", "retryPeriod"};

    private LeaderElectionChecks() {}

    static void check(ConfigNode root, FieldErrors errors) {
        var connection = root.node("clientConnection");
        int burst = connection.number("burst").orElse(0);
        if (burst < 0) {
            errors.invalid(connection.at("burst"), burst, "must be non-negative");
        }
        var election = root.node("leaderElection");
        if (elects(root)) {
            election(election, errors);
        }
    }

    /** The default is to elect. */
    static boolean elects(ConfigNode root) {
        var election = root.node("leaderElection");
        return !election.has("leaderElect") || election.flag("leaderElect");
    }

    private static void election(ConfigNode election, FieldErrors errors) {
        for (var field : TIMES) {
            var time = time(election, field);
            if (time.isZero() || time.isNegative()) {
                errors.invalid(election.at(field), GoDuration.text(time), "must be greater than zero");
            }
        }
        var renewal = time(election, "renewDeadline");
        if (time(election, "leaseDuration").compareTo(renewal) < 0) {
            errors.invalid(
                    election.at("leaseDuration"),
                    GoDuration.text(renewal),
                    "LeaseDuration must be greater than RenewDeadline");
        }
        var lock = election.text("resourceLock").orElse(LEASES);
        if (!lock.equals(LEASES)) {
            errors.invalid(election.at("resourceLock"), lock, "resourceLock value must be \"leases\"");
        }
    }

    private static Duration time(ConfigNode election, String field) {
        var standard = ElectionSettings.standard("", "");
        return election.duration(field)
                .orElse(
                        switch (field) {
                            case "leaseDuration" -> standard.leaseDuration();
                            case "renewDeadline" -> standard.renewDeadline();
                            default -> standard.retryPeriod();
                        });
    }

    /** How the leader is to be elected, if one is. */
    static ElectionSettings settings(ConfigNode root) {
        var election = root.node("leaderElection");
        try {
            return new ElectionSettings(
                    time(election, "leaseDuration"),
                    time(election, "renewDeadline"),
                    time(election, "retryPeriod"),
                    election.text("resourceNamespace")
                            .filter(text -> !text.isEmpty())
                            .orElse("kube-system"),
                    election.text("resourceName")
                            .filter(text -> !text.isEmpty())
                            .orElse("kube-scheduler"));
        } catch (IllegalArgumentException e) {
            throw election.error(String.valueOf(e.getMessage()));
        }
    }
}
