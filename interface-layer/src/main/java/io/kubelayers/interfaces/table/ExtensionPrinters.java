package io.kubelayers.interfaces.table;

import static io.kubelayers.interfaces.table.Cells.age;
import static io.kubelayers.interfaces.table.Cells.name;
import static io.kubelayers.interfaces.table.Cells.row;
import static io.kubelayers.interfaces.table.Cells.text;

import io.kubelayers.nucleus.admissionregistration.MutatingWebhookConfiguration;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicy;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicyBinding;
import io.kubelayers.nucleus.admissionregistration.ValidatingWebhookConfiguration;
import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.certificates.CertificateSigningRequest;
import io.kubelayers.nucleus.meta.LabelSelectorText;
import io.kubelayers.nucleus.resource.ResourceClaim;
import io.kubelayers.nucleus.resource.ResourceSlice;
import org.jspecify.annotations.Nullable;

/** The kinds that extend a cluster: admission, aggregated APIs, certificates, devices. */
final class ExtensionPrinters {
    private ExtensionPrinters() {}

    static void addTo(Printers printers) {
        printers.add(CertificateSigningRequest.class, new CertificateSigningRequestRow())
                .add(APIService.class, new APIServiceRow())
                .add(
                        MutatingWebhookConfiguration.class,
                        (hooks, now) -> row(name(hooks), hooks.webhooks().size(), age(hooks, now)))
                .add(
                        ValidatingWebhookConfiguration.class,
                        (hooks, now) -> row(name(hooks), hooks.webhooks().size(), age(hooks, now)))
                .add(ValidatingAdmissionPolicy.class, (policy, now) -> {
                    var kind = policy.spec().paramKind();
                    return row(
                            name(policy),
                            policy.spec().validations().size(),
                            kind == null ? Cells.UNSET : text(kind.apiVersion()) + "/" + text(kind.kind()),
                            age(policy, now));
                })
                .add(
                        ValidatingAdmissionPolicyBinding.class,
                        (binding, now) -> row(
                                name(binding),
                                text(binding.spec().policyName()),
                                parameter(binding.spec().paramRef()),
                                age(binding, now)))
                .add(ResourceClaim.class, (claim, now) -> row(name(claim), state(claim), age(claim, now)))
                .add(
                        ResourceSlice.class,
                        (slice, now) -> row(
                                name(slice),
                                text(slice.spec().nodeName(), Cells.UNSET),
                                slice.spec().driver(),
                                slice.spec().pool().name(),
                                age(slice, now)));
    }

    private static String parameter(ValidatingAdmissionPolicyBinding.@Nullable ParamRef reference) {
        if (reference == null) {
            return Cells.UNSET;
        }
        var name = text(reference.name());
        if (!name.isEmpty()) {
            return text(reference.namespace(), "*") + "/" + name;
        }
        return reference.selector() == null ? Cells.UNSET : LabelSelectorText.of(reference.selector());
    }

    private static String state(ResourceClaim claim) {
        boolean deleted = claim.metadata().isBeingDeleted();
        boolean allocated = claim.status().allocation() != null;
        boolean reserved = !claim.status().reservedFor().isEmpty();
        var state = allocated ? reserved ? "allocated,reserved" : "allocated" : "pending";
        return deleted ? allocated ? "deleted," + state : "deleted" : state;
    }
}
