package io.kubelayers.governance.podsecurity;

/**
 * A check that a pod does not pass.
 *
 * @param check id of the check, such as {@code hostPorts}
 * @param reason what is wrong, in few words: {@code hostPort}
 * @param detail where: {@code container "web" uses hostPort 80}; may be ""
 */
public record Violation(String check, String reason, String detail) {
    @Override
    public String toString() {
        return detail.isEmpty() ? reason : reason + " (" + detail + ")";
    }
}
