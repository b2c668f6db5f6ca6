/**
 * Service accounts: every namespace has one named {@code default}, every pod runs as one, and finds its token and the
 * cluster's certificate authority in a volume.
 *
 * <p>Enter at {@link io.kubelayers.nucleus.serviceaccount.ServiceAccountAdmission}, which gives pods their account, and
 * {@link io.kubelayers.nucleus.serviceaccount.ServiceAccountControllers}, which make the accounts and what they need.
 */
@NullMarked
package io.kubelayers.nucleus.serviceaccount;

import org.jspecify.annotations.NullMarked;
