/**
 * Who somebody is and what they may do: the questions the API server asks before it acts.
 *
 * <p>The nucleus only asks. An {@link io.kubelayers.nucleus.access.Authenticator} turns credentials into a user, an
 * {@link io.kubelayers.nucleus.access.Authorizer} answers an {@link io.kubelayers.nucleus.access.AccessRequest}; policy
 * schemes such as RBAC live in the governance layer and plug in here.
 */
@NullMarked
package io.kubelayers.nucleus.access;

import org.jspecify.annotations.NullMarked;
