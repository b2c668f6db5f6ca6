package io.kubelayers.nucleus.validation;

import java.util.ArrayList;
import java.util.List;

/** Rules for names with a domain in them, such as those of signers, admission webhooks and device drivers. */
public final class DomainNames {
    private DomainNames() {}

    /** A DNS subdomain of three or more parts, such as the name of an admission webhook. */
    public static List<FieldError> fullyQualified(FieldPath field, String name) {
        return name.isEmpty() ? List.of(FieldError.required(field, "")) : domain(field, name, 3, "three");
    }

    /** A domain of two or more parts, each a DNS label; a dot may end it. */
    public static List<FieldError> fullyQualifiedDomain(FieldPath field, String name) {
        if (name.isEmpty()) {
            return List.of(FieldError.required(field, ""));
        }
        var domain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        var errors = domain(field, domain, 2, "two");
        if (!errors.isEmpty()) {
            return errors;
        }
        for (var label : domain.split("\\.", -1)) {
            var complaints = Names.dnsLabel(label);
            if (!complaints.isEmpty()) {
                return List.of(FieldError.invalid(field, label, String.join(",", complaints)));
            }
        }
        return List.of();
    }

    private static List<FieldError> domain(FieldPath field, String name, int parts, String spelled) {
        var complaints = Names.dnsSubdomain(name);
        if (!complaints.isEmpty()) {
            return List.of(FieldError.invalid(field, name, String.join(",", complaints)));
        }
        return name.chars().filter(c -> c == '.').count() + 1 >= parts
                ? List.of()
                : List.of(FieldError.invalid(
                        field, name, "should be a domain with at least " + spelled + " segments separated by dots"));
    }

    /** A DNS subdomain, a slash and a path, such as the name of a signer or of a managing controller. */
    public static List<FieldError> prefixedPath(FieldPath field, String text) {
        if (text.isEmpty()) {
            return List.of(FieldError.required(field, ""));
        }
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            return List.of(FieldError.invalid(field, text, "must be a domain-prefixed path (such as \"acme.io/foo\")"));
        }
        var errors = new ArrayList<FieldError>();
        var host = text.substring(0, slash);
        for (var complaint : Names.dnsSubdomain(host)) {
            errors.add(FieldError.invalid(field, host, complaint));
        }
        var path = text.substring(slash + 1);
        if (!Scan.isHttpPath(path)) {
            var complaint = Complaint.pattern("Invalid path", "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+");
            errors.add(FieldError.invalid(field, path, complaint));
        }
        return errors;
    }

    /** A label key that has a prefix, such as the name of a device attribute. */
    public static List<FieldError> prefixedKey(FieldPath field, String text) {
        if (text.isEmpty()) {
            return List.of(FieldError.required(field, ""));
        }
        var errors = new ArrayList<FieldError>();
        for (var complaint : Names.qualifiedName(text)) {
            errors.add(FieldError.invalid(field, text, complaint));
        }
        if (errors.isEmpty() && text.indexOf('/') < 0) {
            errors.add(FieldError.invalid(field, text, "must be a domain-prefixed key (such as \"acme.io/foo\")"));
        }
        return errors;
    }
}
