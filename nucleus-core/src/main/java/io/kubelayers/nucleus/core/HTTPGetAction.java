package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP GET request used as a probe or a lifecycle hook; status codes 200 to 399 count as success.
 *
 * @param path Path to request; defaults to /.
 * @param port Target port, a number from 1 to 65535 or a container port name.
 * @param host Host to connect to; empty means the pod's IP address.
 * @param scheme HTTP or HTTPS, certificates are not verified; defaults to HTTP.
 * @param httpHeaders Extra request headers; repeated names are allowed.
 */
@RecordBuilder
public record HTTPGetAction(
        @Default("/") @Pb(1) @Nullable String path,
        @Required @Pb(2) IntOrString port,
        @Pb(3) @Nullable String host,
        @Default("HTTP") @EnumValues(URIScheme.class) @Pb(4) @Nullable String scheme,
        @Atomic @Pb(5) List<HTTPHeader> httpHeaders)
        implements HTTPGetActionBuilder.With {
    public HTTPGetAction {
        path = Absent.optional(path);
        port = Absent.or(port, IntOrString.ZERO);
        host = Absent.optional(host);
        scheme = Absent.optional(scheme);
        httpHeaders = Absent.list(httpHeaders);
    }

    /**
     * One header sent with an HTTP probe or hook.
     *
     * @param name Header name; the case is canonicalised when sent.
     * @param value Header value.
     */
    @RecordBuilder
    public record HTTPHeader(@Required @Pb(1) String name, @Required @Pb(2) String value)
            implements HTTPGetActionHTTPHeaderBuilder.With {
        public HTTPHeader {
            name = Absent.text(name);
            value = Absent.text(value);
        }
    }

    /** The values of {@code URIScheme}. */
    public static final class URIScheme {
        public static final String HTTP = "HTTP";
        public static final String HTTPS = "HTTPS";

        private URIScheme() {}
    }
}
