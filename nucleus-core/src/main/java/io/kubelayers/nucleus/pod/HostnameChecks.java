package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpec.DNSConfig;
import io.kubelayers.nucleus.core.PodSpec.DNSPolicy;
import io.kubelayers.nucleus.core.PodSpec.HostAlias;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;

/** What is wrong with names a pod goes by and resolves others by ({@code validatePodDNSConfig}, {@code validatePodHostName}). */
final class HostnameChecks {
    private static final int MOST_NAMESERVERS = 3;
    private static final int MOST_SEARCHES = 32;
    private static final int SEARCHES_MAX = 2048;
    private static final int HOSTNAME_MAX = 64;

    private HostnameChecks() {}

    static void labels(FieldPath path, PodSpec spec, List<FieldError> errors) {
        if (spec.hostname() != null) {
            MetaRules.invalid(path.child("hostname"), spec.hostname(), Names.dnsLabel(spec.hostname()), errors);
        }
        if (spec.subdomain() != null) {
            MetaRules.invalid(path.child("subdomain"), spec.subdomain(), Names.dnsLabel(spec.subdomain()), errors);
        }
    }

    static void override(FieldPath path, PodSpec spec, List<FieldError> errors) {
        var name = spec.hostnameOverride();
        if (name == null) {
            return;
        }
        var at = path.child("hostnameOverride");
        if (Boolean.TRUE.equals(spec.setHostnameAsFQDN())) {
            errors.add(FieldError.forbidden(at, "may not be specified when setHostnameAsFQDN is true"));
        }
        if (spec.hostNetwork()) {
            errors.add(FieldError.forbidden(at, "may not be specified when hostNetwork is true"));
        }
        if (name.length() > HOSTNAME_MAX) {
            errors.add(FieldError.tooLong(at, HOSTNAME_MAX));
        }
        MetaRules.invalid(at, name, Names.dnsSubdomain(name), errors);
    }

    static void aliases(FieldPath path, List<HostAlias> aliases, List<FieldError> errors) {
        for (int i = 0; i < aliases.size(); i++) {
            var alias = aliases.get(i);
            MetaRules.invalid(path.index(i).child("ip"), alias.ip(), Names.ip(alias.ip()), errors);
            for (int j = 0; j < alias.hostnames().size(); j++) {
                var name = alias.hostnames().get(j);
                MetaRules.invalid(path.index(i).child("hostnames").index(j), name, Names.dnsSubdomain(name), errors);
            }
        }
    }

    static void dnsConfig(FieldPath path, PodSpec spec, List<FieldError> errors) {
        var config = spec.dnsConfig();
        if (DNSPolicy.NONE.equals(spec.dnsPolicy())) {
            if (config == null) {
                errors.add(FieldError.required(path, "must provide `dnsConfig` when `dnsPolicy` is None"));
                return;
            }
            if (config.nameservers().isEmpty()) {
                errors.add(FieldError.required(
                        path.child("nameservers"),
                        "must provide at least one DNS nameserver when `dnsPolicy` is None"));
                return;
            }
        }
        if (config != null) {
            nameservers(path.child("nameservers"), config.nameservers(), errors);
            searches(path.child("searches"), config.searches(), errors);
            options(path.child("options"), config, errors);
        }
    }

    private static void nameservers(FieldPath path, List<String> nameservers, List<FieldError> errors) {
        if (nameservers.size() > MOST_NAMESERVERS) {
            errors.add(FieldError.invalid(path, nameservers, "must not have more than 3 nameservers"));
        }
        for (int i = 0; i < nameservers.size(); i++) {
            MetaRules.invalid(path.index(i), nameservers.get(i), Names.ip(nameservers.get(i)), errors);
        }
    }

    private static void searches(FieldPath path, List<String> searches, List<FieldError> errors) {
        if (searches.size() > MOST_SEARCHES) {
            errors.add(FieldError.invalid(path, searches, "must not have more than 32 search paths"));
        }
        if (String.join(" ", searches).length() > SEARCHES_MAX) {
            errors.add(FieldError.invalid(
                    path, searches, "must not have more than 2048 characters (including spaces) in the search list"));
        }
        for (int i = 0; i < searches.size(); i++) {
            var search = searches.get(i);
            if (!search.equals(".")) {
                var domain = search.endsWith(".") ? search.substring(0, search.length() - 1) : search;
                MetaRules.invalid(path.index(i), domain, Names.dnsSubdomainWithUnderscore(domain), errors);
            }
        }
    }

    private static void options(FieldPath path, DNSConfig config, List<FieldError> errors) {
        for (int i = 0; i < config.options().size(); i++) {
            if (config.options().get(i).name() == null) {
                errors.add(FieldError.required(path.index(i), "must not be empty"));
            }
        }
    }
}
