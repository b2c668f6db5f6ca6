package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.server.KindRules;
import java.util.List;

/** The rules of this package, for the layer to list. */
public final class NucleusRules {
    private NucleusRules() {}

    /** One for each kind. */
    public static List<KindRules<?>> all() {
        return List.of(
                new ConfigMapRules(),
                new ServiceAccountRules(),
                new EventRules(),
                new LeaseRules(),
                new RuntimeClassRules(),
                new CertificateSigningRequestRules(),
                new APIServiceRules(),
                new MutatingWebhookConfigurationRules(),
                new ValidatingWebhookConfigurationRules(),
                new ValidatingAdmissionPolicyRules(),
                new ValidatingAdmissionPolicyBindingRules());
    }
}
