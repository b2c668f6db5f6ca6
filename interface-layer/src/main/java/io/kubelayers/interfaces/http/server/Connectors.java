package io.kubelayers.interfaces.http.server;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** The sockets a server listens on: HTTP/1.1 and HTTP/2, inside TLS if there is an authority to sign its certificate. */
final class Connectors {
    private static final int MOST_STREAMS = 1000;

    /** Bytes of the first line and the headers, as Go's server takes them: selectors can be long. */
    private static final int MOST_HEADERS = 1024 * 1024;

    private Connectors() {}

    /** The sockets; with TLS they show this identity, and ask clients for a certificate of one of the authorities. */
    static ServerConnector create(
            Server jetty, ServeOptions options, @Nullable Identity identity, List<X509Certificate> authorities) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MOST_HEADERS);
        var connector = identity == null ? plain(jetty, http) : tls(jetty, http, identity, authorities);
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.idle().toMillis());
        return connector;
    }

    private static ServerConnector plain(Server jetty, HttpConfiguration http) {
        return new ServerConnector(jetty, WholeChunks.factory(http), new HTTP2CServerConnectionFactory(http));
    }

    private static ServerConnector tls(
            Server jetty, HttpConfiguration http, Identity identity, List<X509Certificate> authorities) {
        var secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false);
        http.addCustomizer(secure);
        var http2 = new HTTP2ServerConnectionFactory(http);
        http2.setMaxConcurrentStreams(MOST_STREAMS);
        var http1 = WholeChunks.factory(http);
        var alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
        alpn.setDefaultProtocol(http1.getProtocol());
        return new ServerConnector(
                jetty,
                new SslConnectionFactory(context(identity, authorities), alpn.getProtocol()),
                alpn,
                http2,
                http1);
    }

    private static SslContextFactory.Server context(Identity identity, List<X509Certificate> authorities) {
        var password = "";
        try {
            var own = KeyStore.getInstance("PKCS12");
            own.load(null, password.toCharArray());
            own.setKeyEntry("server", identity.key(), password.toCharArray(), new Certificate[] {
                identity.certificate(), authorities.get(0)
            });
            var context = new SslContextFactory.Server() {
                @Override
                protected TrustManager[] getTrustManagers(
                        @Nullable KeyStore trusted, @Nullable Collection<? extends CRL> revoked) {
                    return new TrustManager[] {new AskedCertificates(authorities)};
                }
            };
            context.setKeyStore(own);
            context.setKeyStorePassword(password);
            context.setWantClientAuth(true);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("can't set TLS up", e);
        }
    }
}
