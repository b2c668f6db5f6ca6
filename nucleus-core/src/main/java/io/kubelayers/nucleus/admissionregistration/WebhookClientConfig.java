package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Bytes;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param url TODO-DOC
 * @param service TODO-DOC
 * @param caBundle TODO-DOC
 */
@RecordBuilder
public record WebhookClientConfig(
    @Pb(3) @Nullable String url,
    @Pb(1) @Nullable ServiceReference service,
    @Pb(2) Bytes caBundle)
    implements WebhookClientConfigBuilder.With {
    /** The value of a field that was not set. */
    public static final WebhookClientConfig EMPTY = new WebhookClientConfig(null, null, null);

    public WebhookClientConfig {
        caBundle = Absent.or(caBundle, Bytes.EMPTY);
    }


    /**
     * TODO-DOC.
     *
     * @param namespace TODO-DOC
     * @param name TODO-DOC
     * @param path TODO-DOC
     * @param port TODO-DOC
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
