package io.kubelayers.governance.podsecurity;

import java.util.List;

/**
 * Settings of the admission plugin (PodSecurityConfiguration of pod-security.admission.config.k8s.io).
 *
 * @param defaults what holds where labels of a namespace say nothing
 * @param exemptions what is not looked at
 */
public record PodSecurityConfiguration(NamespacePolicy defaults, Exemptions exemptions) {
    /** Nothing is refused without a label; nobody is exempt. */
    public static final PodSecurityConfiguration DEFAULT =
            new PodSecurityConfiguration(NamespacePolicy.PRIVILEGED, Exemptions.NONE);

    /** The same with another policy for namespaces without labels. */
    public PodSecurityConfiguration withDefaults(NamespacePolicy policy) {
        return new PodSecurityConfiguration(policy, exemptions);
    }

    /** The same with these exemptions. */
    public PodSecurityConfiguration withExemptions(Exemptions exempt) {
        return new PodSecurityConfiguration(defaults, exempt);
    }

    /**
     * What is not looked at.
     *
     * @param usernames users whose writes are not
     * @param namespaces namespaces whose pods are not
     * @param runtimeClasses runtime classes whose pods are not
     */
    public record Exemptions(List<String> usernames, List<String> namespaces, List<String> runtimeClasses) {
        public static final Exemptions NONE = new Exemptions(List.of(), List.of(), List.of());

        public Exemptions {
            usernames = List.copyOf(usernames);
            namespaces = List.copyOf(namespaces);
            runtimeClasses = List.copyOf(runtimeClasses);
        }
    }
}
