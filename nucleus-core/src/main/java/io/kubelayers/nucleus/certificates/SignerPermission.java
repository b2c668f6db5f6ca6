package io.kubelayers.nucleus.certificates;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.AccessRequestBuilder;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.authentication.UserInfo;

/**
 * Whether a user may approve or sign for a signer: a verb on the imaginary resource {@code signers}, by the signer's name
 * or by its domain, {@code example.com/*} (pkg/certauthorization/certauthorization.go).
 */
final class SignerPermission {
    private SignerPermission() {}

    static boolean holds(Authorizer authorizer, UserInfo user, String verb, String signer) {
        return authorizer.authorize(request(user, verb, signer)).allowed()
                || authorizer
                        .authorize(request(user, verb, signer.split("/", -1)[0] + "/*"))
                        .allowed();
    }

    private static AccessRequest request(UserInfo user, String verb, String signer) {
        return AccessRequestBuilder.builder(AccessRequest.to(user, verb, "certificates.k8s.io", "signers"))
                .apiVersion("*")
                .name(signer)
                .build();
    }
}
