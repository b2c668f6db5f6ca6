package io.kubelayers.nucleus.storage;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.Locale;

/** What names of CSI drivers look like: DNS subdomains of any case, of at most 63 bytes. */
final class DriverNames {
    private static final int LONGEST = 63;

    private DriverNames() {}

    static void check(FieldPath path, String name, FieldErrors errors) {
        if (errors.given(path, name)) {
            errors.notLonger(path, name, LONGEST);
            errors.invalid(path, name, Names.dnsSubdomain(name.toLowerCase(Locale.ROOT)));
        }
    }
}
