package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Bytes;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Address of a webhook: exactly one of a URL and a Service.
 *
 * @param url Full https address without user, query or fragment; null if service is set.
 * @param service Service in the cluster; null if url is set.
 * @param caBundle PEM certificates to trust, sent as base64; empty trusts those of the server's system.
 */
@RecordBuilder
public record WebhookClientConfig(
        @Pb(3) @Nullable String url, @Pb(1) @Nullable ServiceReference service, @Pb(2) Bytes caBundle)
        implements WebhookClientConfigBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final WebhookClientConfig EMPTY = new WebhookClientConfig(null, null, null);

    public WebhookClientConfig {
        caBundle = Absent.or(caBundle, Bytes.EMPTY);
    }

    /**
     * Names the Service a webhook runs behind.
     *
     * @param namespace Namespace of the Service.
     * @param name Name of the Service.
     * @param path URL path of the call; null sends none.
     * @param port Port of the Service, 1-65535; null is read as 443.
     */
    @RecordBuilder
    public record ServiceReference(
            @Required @Pb(1) String namespace,
            @Required @Pb(2) String name,
            @Pb(3) @Nullable String path,
            @Default("443") @Pb(4) @Nullable Integer port)
            implements WebhookClientConfigServiceReferenceBuilder.With {
        public ServiceReference {
            namespace = Absent.text(namespace);
            name = Absent.text(name);
        }
    }
}
