package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.http.server.ApiServerHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** By which certificates server and clients know each other; named as the options of upstream's API server. */
final class CertificateOptions {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--client-ca-file",
            paramLabel = "FILE",
            description = "Certificates of authorities in PEM: their clients are known too, by common name and"
                    + " organizations. Default: only those of the cluster's own authority.")
    private @Nullable Path authorities;

    @Option(
            names = "--cert-dir",
            paramLabel = "DIR",
            description =
                    "Where to write the server's certificate and key: apiserver.crt, apiserver.key. Default: nowhere.")
    private @Nullable Path folder;

    /**
     * Whose clients are known beside those of the own authority.
     *
     * @throws CommandLine.ParameterException if the file can't be read or has no certificate
     */
    List<X509Certificate> clientAuthorities() {
        if (authorities == null) {
            return List.of();
        }
        try (var in = Files.newInputStream(authorities)) {
            var found = new ArrayList<X509Certificate>();
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                found.add((X509Certificate) certificate);
            }
            if (found.isEmpty()) {
                throw usage("--client-ca-file: " + authorities + " has no certificate", null);
            }
            return found;
        } catch (NoSuchFileException e) {
            throw usage("--client-ca-file: no such file: " + authorities, e);
        } catch (IOException | CertificateException e) {
            throw usage("--client-ca-file: can't read certificates in " + authorities + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes what the server shows, if it shall be written.
     *
     * @throws CommandLine.ParameterException if it can't be, or there is no TLS
     */
    void write(ApiServerHttp http) {
        if (folder == null) {
            return;
        }
        var identity =
                http.identity().orElseThrow(() -> usage("--cert-dir: without TLS there is no certificate", null));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("apiserver.crt"), identity.certificatePem());
            OwnFile.write(folder.resolve("apiserver.key"), identity.keyPem());
        } catch (IOException e) {
            throw usage("--cert-dir: can't write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private CommandLine.ParameterException usage(String message, @Nullable Exception cause) {
        return new CommandLine.ParameterException(spec.commandLine(), message, cause);
    }
}
