package io.kubelayers.interfaces.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is let in by which certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
    private static final int WAIT_MILLIS = 60_000;
    private static final Pattern AUTHORITY = Pattern.compile("certificate-authority-data: (\\S+)");

    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .start();
    private final ClusterAuthority ownAuthority = ClusterAuthority.create(Instant.now());
    private final ClusterAuthority guests = ClusterAuthority.create(Instant.now());
    private final ApiServerHttp http = ApiServerHttp.serve(
            cluster.server(),
            ServeOptions.loopback().withClientAuthorities(List.of(guests.certificate())),
            ownAuthority);

    @AfterAll
    void stop() {
        http.close();
    }

    private X509Certificate authority() throws Exception {
        var found = AUTHORITY.matcher(http.kubeconfig());
        assertThat(found.find()).isTrue();
        var pem = Base64.getDecoder().decode(found.group(1).replace("\"", ""));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private HttpsURLConnection get(X509Certificate trusted, @Nullable Identity client, String path) throws Exception {
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("ca", trusted);
        var trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(trust);
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        if (client != null) {
            own.setKeyEntry("client", client.key(), new char[0], new X509Certificate[] {client.certificate()});
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusting.getTrustManagers(), null);
        // the newer client of the JDK may wait for ever when a server ends the connection behind its own handshake
        var connection =
                (HttpsURLConnection) URI.create(http.url() + path).toURL().openConnection();
        connection.setSSLSocketFactory(context.getSocketFactory());
        connection.setReadTimeout(WAIT_MILLIS);
        connection.getResponseCode();
        return connection;
    }

    @Test
    void withoutACertificateAClientIsAnonymous() throws Exception {
        var answer = get(authority(), null, "/api/v1/secrets");
        assertThat(answer.getResponseCode()).isEqualTo(403);
        assertThat(new String(answer.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("User \\\"system:anonymous\\\" cannot list resource \\\"secrets\\\"");
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNotTaken() throws Exception {
        var stranger = ClusterAuthority.create(Instant.now()).client("kubernetes-admin", List.of("system:masters"));
        refusesAsUnauthorized(get(authority(), stranger, "/api/v1/secrets"));
    }

    @Test
    void aCertificateOfAnAuthorityForClientsIsTaken() throws Exception {
        var guest = guests.client("ann", List.of("system:masters"));
        assertThat(get(authority(), guest, "/api/v1/secrets").getResponseCode()).isEqualTo(200);
    }

    @Test
    void clientsAreToldWhoseCertificatesCount() throws Exception {
        var told = new AtomicReference<Principal[]>();
        var trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("ca", authority());
        trusting.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new Listening(told)}, trusting.getTrustManagers(), null);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", http.port())) {
            socket.setSoTimeout(WAIT_MILLIS);
            socket.startHandshake();
        }
        assertThat(told.get()).contains(ownAuthority.certificate().getSubjectX500Principal());
    }

    /** Has no certificate, but hears whose it is asked for. */
    private static final class Listening extends X509ExtendedKeyManager {
        private final AtomicReference<Principal[]> told;

        Listening(AtomicReference<Principal[]> told) {
            this.told = told;
        }

        @Override
        public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            told.set(issuers);
            return null;
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return null;
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return null;
        }
    }

    @Test
    void aCertificateThatSignsItselfIsNotTaken() throws Exception {
        // an identity whose certificate was made by an authority of the same name
        var impostor = ClusterAuthority.create(Instant.now().minusSeconds(60));
        assertThat(impostor.certificate().getSubjectX500Principal())
                .isEqualTo(authority().getSubjectX500Principal());
        var client = impostor.client("kubernetes-admin", List.of("system:masters"));
        refusesAsUnauthorized(get(authority(), client, "/api/v1/secrets"));
    }

    @Test
    void aCertificateThatHasExpiredIsNotTaken() throws Exception {
        refusesAsUnauthorized(get(authority(), until(Instant.now().minusSeconds(1)), "/api/v1/secrets"));
        assertThat(get(authority(), until(Instant.now().plusSeconds(600)), "/api/v1/secrets")
                        .getResponseCode())
                .isEqualTo(200);
    }

    @Test
    void theCertificateOfAServerIsNoneOfAClient() throws Exception {
        refusesAsUnauthorized(get(authority(), ownAuthority.server(List.of("localhost")), "/api/v1/secrets"));
    }

    private Identity until(Instant end) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        var keys = generator.generateKeyPair();
        var request = new JcaPKCS10CertificationRequestBuilder(
                        new X500Name("O=system:masters,CN=ann"), keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
        var pem = "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder().encodeToString(request.getEncoded())
                + "\n-----END CERTIFICATE REQUEST-----\n";
        return new Identity(keys.getPrivate(), ownAuthority.sign(pem, end));
    }

    private static void refusesAsUnauthorized(HttpsURLConnection answer) throws Exception {
        assertThat(answer.getResponseCode()).isEqualTo(401);
        assertThat(new String(answer.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"message\":\"Unauthorized\"", "\"reason\":\"Unauthorized\"");
    }

    @Test
    void aClientDoesNotTalkToAnImpostor() {
        var other = ClusterAuthority.create(Instant.now()).certificate();
        assertThatThrownBy(() -> get(other, null, "/version")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void plainTextOnATlsPortGetsNoAnswer() throws Exception {
        assertThat(Wire.exchange(http.port(), "GET /version HTTP/1.1\r\nHost: k\r\n\r\n"))
                .doesNotContain("gitVersion");
    }

    @Test
    void plainHttpIsForLoopbackOnly() {
        assertThatThrownBy(() -> ServeOptions.loopback().withTls(false).withHost("0.0.0.0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plain HTTP is served on loopback addresses only, not on 0.0.0.0");
    }
}
