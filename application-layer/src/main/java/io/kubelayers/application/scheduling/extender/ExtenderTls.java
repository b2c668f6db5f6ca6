package io.kubelayers.application.scheduling.extender;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * How an extender's TLS is verified. Upstream: {@code ExtenderTLSConfig}. Texts are "" when they are not given; data goes
 * before files, and is PEM (in configurations encoded once more in base64).
 *
 * @param insecure whether to trust any certificate
 * @param serverName the name that its certificate must have, if not the host of the URL
 * @param certFile file with the certificate to show
 * @param keyFile file with its key
 * @param caFile file with the authorities to trust
 * @param certData the certificate to show
 * @param keyData its key
 * @param caData the authorities to trust
 */
@RecordBuilder
public record ExtenderTls(
        boolean insecure,
        String serverName,
        String certFile,
        String keyFile,
        String caFile,
        String certData,
        String keyData,
        String caData)
        implements ExtenderTlsBuilder.With {
    /** Nothing said. */
    public static final ExtenderTls NONE = new ExtenderTls(false, "", "", "", "", "", "", "");
}
