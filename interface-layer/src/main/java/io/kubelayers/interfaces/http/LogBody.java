package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.streaming.LogStream;

/**
 * The body of an answer that comes in pieces, as a log does.
 *
 * @param log what is to be sent
 */
public record LogBody(LogStream log) implements HttpResponse.Payload {}
