package io.kubelayers.interfaces.http.server;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.Certificate;
import java.util.Collection;
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

    private Connectors() {}

    static ServerConnector create(Server jetty, ServeOptions options, @Nullable ClusterAuthority authority) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(64 * 1024);
        var connector = authority == null ? plain(jetty, http) : tls(jetty, http, authority, options);
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.idle().toMillis());
        return connector;
    }

    private static ServerConnector plain(Server jetty, HttpConfiguration http) {
        return new ServerConnector(jetty, WholeChunks.factory(http), new HTTP2CServerConnectionFactory(http));
    }

    private static ServerConnector tls(
            Server jetty, HttpConfiguration http, ClusterAuthority authority, ServeOptions options) {
        var secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false);
        http.addCustomizer(secure);
        var http2 = new HTTP2ServerConnectionFactory(http);
        http2.setMaxConcurrentStreams(MOST_STREAMS);
        var http1 = WholeChunks.factory(http);
        var alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
        alpn.setDefaultProtocol(http1.getProtocol());
        return new ServerConnector(
                jetty, new SslConnectionFactory(context(authority, options), alpn.getProtocol()), alpn, http2, http1);
    }

    private static SslContextFactory.Server context(ClusterAuthority authority, ServeOptions options) {
        var password = "";
        try {
            var own = KeyStore.getInstance("PKCS12");
            own.load(null, password.toCharArray());
            var identity = authority.server(ClusterAuthority.hosts(options.host()));
            own.setKeyEntry("server", identity.key(), password.toCharArray(), new Certificate[] {
                identity.certificate(), authority.certificate()
            });
            var context = new SslContextFactory.Server() {
                @Override // whose certificate counts is decided with each request, by ClientCertificates
                protected TrustManager[] getTrustManagers(
                        @Nullable KeyStore trusted, @Nullable Collection<? extends CRL> revoked) {
                    return TRUST_ALL_CERTS;
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
