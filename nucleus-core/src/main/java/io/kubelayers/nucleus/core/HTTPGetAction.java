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
 * TODO-DOC.
 *
 * @param path TODO-DOC
 * @param port TODO-DOC
 * @param host TODO-DOC
 * @param scheme TODO-DOC
 * @param httpHeaders TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param value TODO-DOC
     */
    @RecordBuilder
    public record HTTPHeader(
        @Required @Pb(1) String name,
        @Required @Pb(2) String value)
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
