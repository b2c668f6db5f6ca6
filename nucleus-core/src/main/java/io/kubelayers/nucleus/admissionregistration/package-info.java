/** Webhook and policy registration for admission (admissionregistration.k8s.io/v1) and the webhook payload. */
@ApiPackage("admissionregistration/v1")
@NullMarked
package io.kubelayers.nucleus.admissionregistration;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
