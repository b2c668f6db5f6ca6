package io.kubelayers.nucleus.node;

/**
 * Why a container waits whose image could not be pulled (kubelet {@code images/image_manager.go}, evalCRIPullErr). Runtimes
 * tell two causes by the word with which the error begins.
 *
 * @param reason ErrImagePull, RegistryUnavailable or SignatureValidationFailed
 * @param message what the runtime said, or what follows from it
 */
record PullFailure(String reason, String message) {
    private static final String UNAVAILABLE = "RegistryUnavailable";
    private static final String UNSIGNED = "SignatureValidationFailed";

    static PullFailure of(String image, String error) {
        if (error.startsWith(UNAVAILABLE)) {
            return because(image, "the registry is unavailable", UNAVAILABLE, error);
        }
        return error.startsWith(UNSIGNED)
                ? because(image, "the signature validation failed", UNSIGNED, error)
                : new PullFailure("ErrImagePull", error);
    }

    private static PullFailure because(String image, String why, String reason, String error) {
        return new PullFailure(
                reason, "image pull failed for " + image + " because " + why + error.substring(reason.length()));
    }
}
