package io.kubelayers.nucleus.validation;

import java.util.List;

/** What is wrong with the name of a signer of certificates, such as {@code example.com/signer-name} (core/validation/names.go). */
public final class SignerNames {
    private static final int DOMAIN_MAX = 253;
    private static final int NAME_MAX = DOMAIN_MAX + 1 + DOMAIN_MAX + 1 + 63;

    private SignerNames() {}

    /** Adds what is wrong: a domain of two or more labels, a slash, and subdomains. */
    public static void check(FieldPath path, String name, List<FieldError> errors) {
        if (name.isEmpty()) {
            errors.add(FieldError.required(path, ""));
            return;
        }
        int slash = name.indexOf('/');
        if (slash < 0 || slash != name.lastIndexOf('/')) {
            errors.add(FieldError.invalid(
                    path, name, "must be a fully qualified domain and path of the form 'example.com/signer-name'"));
            return;
        }
        var domain = name.substring(0, slash);
        if (Scan.bytes(domain) > DOMAIN_MAX) {
            errors.add(FieldError.tooLong(path, DOMAIN_MAX));
        }
        var labels = domain.split("\\.", -1);
        for (var label : labels) {
            if (complain(path, domain, label, Names.dnsLabel(label), errors)) {
                break;
            }
        }
        if (labels.length < 2) {
            errors.add(FieldError.invalid(
                    path, domain, "should be a domain with at least two segments separated by dots"));
        }
        var rest = name.substring(slash + 1);
        for (var label : rest.split("\\.", -1)) {
            if (complain(path, rest, label, Names.dnsSubdomain(label), errors)) {
                break;
            }
        }
        if (Scan.bytes(name) > NAME_MAX) {
            errors.add(FieldError.tooLong(path, NAME_MAX));
        }
    }

    private static boolean complain(
            FieldPath path, String part, String label, List<String> complaints, List<FieldError> errors) {
        for (var complaint : complaints) {
            errors.add(FieldError.invalid(path, part, "validating label " + GoText.quote(label) + ": " + complaint));
        }
        return !complaints.isEmpty();
    }
}
