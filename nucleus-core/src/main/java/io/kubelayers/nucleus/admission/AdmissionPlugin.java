package io.kubelayers.nucleus.admission;

import io.kubelayers.nucleus.meta.KubernetesObject;

/** A named check or change of writes. Implements {@link Mutating}, {@link Validating} or both. */
public sealed interface AdmissionPlugin {
    /** Upstream's name, such as {@code ResourceQuota}. */
    String name();

    /** Whether the plugin wants to see this write at all. */
    boolean handles(AdmissionRequest request);

    /** May change the object. */
    non-sealed interface Mutating extends AdmissionPlugin {
        /**
         * The object to go on with.
         *
         * @throws io.kubelayers.nucleus.errors.ApiException to refuse
         */
        KubernetesObject mutate(AdmissionRequest request);

        /**
         * As {@link #mutate(AdmissionRequest)}, for plugins that also warn, annotate, or have something to do when the write
         * has ended.
         *
         * @throws io.kubelayers.nucleus.errors.ApiException to refuse
         */
        default KubernetesObject mutate(AdmissionRequest request, AdmissionNotes notes) {
            return mutate(request);
        }
    }

    /** Only says yes or no. */
    non-sealed interface Validating extends AdmissionPlugin {
        /**
         * Returns normally to admit.
         *
         * @throws io.kubelayers.nucleus.errors.ApiException to refuse
         */
        void validate(AdmissionRequest request);

        /**
         * As {@link #validate(AdmissionRequest)}, for plugins that also warn or annotate. What they note before they
         * refuse is kept.
         *
         * @throws io.kubelayers.nucleus.errors.ApiException to refuse
         */
        default void validate(AdmissionRequest request, AdmissionNotes notes) {
            validate(request);
        }
    }
}
