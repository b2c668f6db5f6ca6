/**
 * Tokens of service accounts: issued by {@code serviceaccounts/token}, signed, expiring, bound to objects, and recognised
 * again in requests.
 *
 * <pre>{@code
 * Cluster.builder().layers(ApplicationLayer.standard(), GovernanceLayer.standard(), AuthenticationLayer.standard())
 * }</pre>
 *
 * <p>A token is a JSON Web Token as upstream's: issuer, audience, expiry, the account as subject and under {@code
 * kubernetes.io} which objects it is bound to. It is worth nothing once one of them is gone.
 */
@NullMarked
package io.kubelayers.interfaces.authentication;

import org.jspecify.annotations.NullMarked;
