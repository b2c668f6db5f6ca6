package io.kubelayers.governance.networkpolicy;

/**
 * A rule of a policy.
 *
 * @param policy namespace and name of the policy, {@code shop/db}
 * @param path where it stands, {@code spec.ingress[0]}
 */
public record RuleReference(String policy, String path) {
    @Override
    public String toString() {
        return "NetworkPolicy " + policy + " " + path;
    }
}
