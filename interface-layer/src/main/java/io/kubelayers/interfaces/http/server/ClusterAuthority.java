package io.kubelayers.interfaces.http.server;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/**
 * The certificate authority of a cluster: signs the server's certificate and those of clients. Keys are on curve P-256 and
 * live as long as the process.
 */
public final class ClusterAuthority {
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final Duration LIFETIME = Duration.ofDays(3650);

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final Instant now;

    private ClusterAuthority(KeyPair keys, X509Certificate certificate, Instant now) {
        this.keys = keys;
        this.certificate = certificate;
        this.now = now;
    }

    /** A new authority whose certificates are valid from an hour before that instant. */
    public static ClusterAuthority create(Instant now) {
        try {
            var keys = newKeys();
            var name = name("kubernetes", List.of());
            var builder = builder(name, name, keys, now);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new ClusterAuthority(keys, signed(builder, keys), now);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("can't make a certificate authority", e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A server's certificate, valid for these host names and addresses. */
    public Identity server(List<String> hosts) {
        var names = new ArrayList<GeneralName>();
        for (var host : hosts) {
            boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
            names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host));
        }
        return issue(name("kube-apiserver", List.of()), KeyPurposeId.id_kp_serverAuth, names);
    }

    /** A client's certificate: the API knows its bearer as this user, in these groups. */
    public Identity client(String user, List<String> groups) {
        return issue(name(user, groups), KeyPurposeId.id_kp_clientAuth, List.of());
    }

    private Identity issue(X500Name subject, KeyPurposeId purpose, List<GeneralName> names) {
        try {
            var own = newKeys();
            var issuer =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            var builder = builder(issuer, subject, own, now);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(new GeneralName[0])));
            }
            return new Identity(own.getPrivate(), signed(builder, keys));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("can't sign a certificate for " + subject, e);
        }
    }

    /**
     * The certificate that a request asks for, for clients.
     *
     * @param request a request as PEM text
     * @param until when it ends, if the authority itself does not end before
     * @throws IllegalArgumentException if it is no request, or not signed by the key it names
     */
    X509Certificate sign(String request, Instant until) {
        try (var reader = new PEMParser(new StringReader(request))) {
            if (!(reader.readObject() instanceof PKCS10CertificationRequest asked)) {
                throw new IllegalArgumentException("PEM block type must be CERTIFICATE REQUEST");
            }
            if (!isSignedByItsKey(asked)) {
                throw new IllegalArgumentException("it is not signed by its key");
            }
            var end = Date.from(until);
            var builder = new X509v3CertificateBuilder(
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                    new BigInteger(120, new SecureRandom()),
                    Date.from(now.minusSeconds(3600)),
                    end.after(certificate.getNotAfter()) ? certificate.getNotAfter() : end,
                    asked.getSubject(),
                    asked.getSubjectPublicKeyInfo());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            return signed(builder, keys);
        } catch (IOException | OperatorCreationException | PKCSException | GeneralSecurityException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Whether the request is signed by the key it names: as the JDK sees it; as the larger library does, which takes a while
     * to load, only where the JDK does not know the key's curve.
     */
    private static boolean isSignedByItsKey(PKCS10CertificationRequest asked)
            throws OperatorCreationException, PKCSException {
        var key = asked.getSubjectPublicKeyInfo();
        var verifier = new JcaContentVerifierProviderBuilder();
        try {
            return asked.isSignatureValid(verifier.build(key));
        } catch (OperatorCreationException | PKCSException unknown) {
            return asked.isSignatureValid(
                    verifier.setProvider(new BouncyCastleProvider()).build(key));
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X500Name name(String user, List<String> groups) {
        var name = new X500NameBuilder(BCStyle.INSTANCE);
        groups.forEach(group -> name.addRDN(BCStyle.O, group));
        return name.addRDN(BCStyle.CN, user).build();
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys, Instant now) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minusSeconds(3600)),
                Date.from(now.plus(LIFETIME)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair signer)
            throws OperatorCreationException, GeneralSecurityException {
        var content = new JcaContentSignerBuilder(SIGNATURE).build(signer.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(content));
    }

    /** The names under which a server on this host may be reached. */
    static List<String> hosts(String host) {
        var hosts = new ArrayList<>(List.of(
                "localhost",
                "127.0.0.1",
                "kubernetes",
                "kubernetes.default",
                "kubernetes.default.svc",
                "kubernetes.default.svc.cluster.local",
                "10.96.0.1"));
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        var own = any ? InetAddress.getLoopbackAddress().getHostName() : host;
        if (!hosts.contains(own)) {
            hosts.add(own);
        }
        return hosts;
    }
}
