/** Webhook and policy registration for admission (admissionregistration.k8s.io/v1) and the webhook payload. */
@NullMarked
package io.kubelayers.nucleus.admissionregistration;

import org.jspecify.annotations.NullMarked;
