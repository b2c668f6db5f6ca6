package io.kubelayers.interfaces.testkit;

/** How a client's requests reach the API. */
public enum Transport {
    IN_PROCESS,
    /** Over TLS on the loopback interface. */
    HTTP
}
