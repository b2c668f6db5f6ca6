package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of IPAddresses: the name is the address, and it belongs to one object for good. */
public final class IPAddressRules implements KindRules<IPAddress> {
    private static final FieldPath PARENT = FieldPath.of("spec", "parentRef");

    @Override
    public Class<IPAddress> type() {
        return IPAddress.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
    }

    /** An address with letters behind it would be none. */
    @Override
    public boolean endsGeneratedNamesAtRandom() {
        return false;
    }

    @Override
    public NameRule nameRule() {
        return (name, prefix) -> Ips.strict(name);
    }

    @Override
    public List<FieldError> validate(IPAddress address) {
        var errors = new FieldErrors();
        var parent = address.spec().parentRef();
        if (parent == null) {
            errors.required(PARENT);
            return errors.list();
        }
        if (parent.group() != null && !parent.group().isEmpty()) {
            errors.invalid(PARENT.child("group"), parent.group(), Names.dnsSubdomain(parent.group()));
        }
        segment("resource", parent.resource(), true, errors);
        segment("name", parent.name(), true, errors);
        segment("namespace", parent.namespace(), false, errors);
        return errors.list();
    }

    private static void segment(String field, @Nullable String value, boolean required, FieldErrors errors) {
        var path = PARENT.child(field);
        if (value != null && !value.isEmpty()) {
            errors.invalid(path, value, Names.pathSegment(value));
        } else if (required) {
            errors.required(path);
        }
    }

    @Override
    public List<FieldError> validateUpdate(IPAddress address, IPAddress old) {
        var errors = new FieldErrors();
        errors.immutable(PARENT, address.spec().parentRef(), old.spec().parentRef());
        return errors.list();
    }
}
