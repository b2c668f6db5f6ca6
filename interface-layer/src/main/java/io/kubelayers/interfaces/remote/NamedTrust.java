package io.kubelayers.interfaces.remote;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts certificates of known authorities for one name, whatever the host is that they came from. */
final class NamedTrust extends X509ExtendedTrustManager {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final X509ExtendedTrustManager authorities;
    private final String name;

    NamedTrust(X509ExtendedTrustManager authorities, String name) {
        this.authorities = authorities;
        this.name = name.toLowerCase(Locale.ROOT);
    }

    private void checkName(X509Certificate[] chain) throws CertificateException {
        var names = chain[0].getSubjectAlternativeNames();
        for (List<?> one : names == null ? List.<List<?>>of() : names) {
            boolean known = one.get(0).equals(DNS_NAME) || one.get(0).equals(IP_ADDRESS);
            if (known && matches(String.valueOf(one.get(1)).toLowerCase(Locale.ROOT))) {
                return;
            }
        }
        throw new CertificateException("the certificate is not valid for the name " + name);
    }

    /** A star stands for the first label. */
    private boolean matches(String pattern) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && name.substring(dot).equals(pattern.substring(1));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        authorities.checkServerTrusted(chain, type);
        checkName(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        authorities.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        authorities.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        authorities.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
