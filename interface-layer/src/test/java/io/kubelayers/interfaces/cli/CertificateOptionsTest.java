package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ClusterAuthority;
import io.kubelayers.interfaces.http.server.Identity;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.nucleus.cluster.Cluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Certificates that the server takes from files and writes into them. */
class CertificateOptionsTest {
    @TempDir
    Path folder;

    @CommandLine.Command(name = "serve")
    private static final class Serve {
        @CommandLine.Mixin
        private final CertificateOptions options = new CertificateOptions();
    }

    private static CertificateOptions given(String... arguments) {
        var command = new Serve();
        new CommandLine(command).parseArgs(arguments);
        return command.options;
    }

    @Test
    void authoritiesOfClientsAreReadFromPemWithTextBetween() throws Exception {
        var one = ClusterAuthority.create(Instant.now()).certificate();
        var two = ClusterAuthority.create(Instant.now()).certificate();
        var file = Files.writeString(
                folder.resolve("ca.crt"), "# whose clients we know\n" + Identity.pem(one) + Identity.pem(two));

        assertThat(given("--client-ca-file", file.toString()).clientAuthorities())
                .containsExactly(one, two);
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("ca.crt"), "");

        assertThatThrownBy(() -> given("--client-ca-file", file.toString()).clientAuthorities())
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessage("--client-ca-file: " + file + " has no certificate");
    }

    @Test
    void whatTheServerShowsIsWrittenWhereItIsWanted() throws Exception {
        var certificates = folder.resolve("pki");
        try (var http = ApiServerHttp.serve(Cluster.builder().start().server(), ServeOptions.loopback())) {
            given("--cert-dir", certificates.toString()).write(http);

            assertThat(certificates.resolve("apiserver.crt"))
                    .hasContent(http.identity().orElseThrow().certificatePem());
            assertThat(certificates.resolve("apiserver.key")).content().startsWith("-----BEGIN EC PRIVATE KEY-----");
        }
    }

    @Test
    void withoutTlsThereIsNothingToWrite() {
        try (var http = ApiServerHttp.serve(
                Cluster.builder().start().server(), ServeOptions.loopback().withTls(false))) {
            assertThatThrownBy(() -> given("--cert-dir", folder.toString()).write(http))
                    .isInstanceOf(CommandLine.ParameterException.class)
                    .hasMessage("--cert-dir: without TLS there is no certificate");
        }
    }
}
