package io.kubelayers.nucleus.program;

/** Answers HTTP requests on a port. */
@FunctionalInterface
public interface HttpService {
    /** The answer, at once. */
    HttpAnswer answer(HttpAsk ask);
}
