package io.kubelayers.application.batch;

/** A Job asks for something this controller does not do; it is left alone rather than run otherwise than asked. */
public final class UnsupportedJobException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnsupportedJobException(String field) {
        super(field + ": not supported by this job controller");
    }
}
