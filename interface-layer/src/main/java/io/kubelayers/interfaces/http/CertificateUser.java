package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.errors.ApiErrors;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import javax.naming.NamingException;
import javax.naming.ldap.LdapName;

/** The user that a client certificate names: CN is the name, each O is a group (apiserver {@code request/x509}). */
final class CertificateUser {
    private CertificateUser() {}

    static UserInfo of(X509Certificate certificate) {
        var name = "";
        var groups = new ArrayList<String>();
        try {
            for (var part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                var attributes = part.toAttributes().getAll();
                while (attributes.hasMore()) {
                    var attribute = attributes.next();
                    var value = String.valueOf(attribute.get());
                    if (attribute.getID().equalsIgnoreCase("CN")) {
                        name = value;
                    } else if (attribute.getID().equalsIgnoreCase("O")) {
                        groups.add(value);
                    }
                }
            }
        } catch (NamingException e) {
            throw ApiErrors.unauthorized("Unauthorized");
        }
        if (name.isEmpty()) {
            throw ApiErrors.unauthorized("Unauthorized");
        }
        return Identity.user(name, groups);
    }
}
