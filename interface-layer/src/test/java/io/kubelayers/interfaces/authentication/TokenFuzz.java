package io.kubelayers.interfaces.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.fuzz.FuzzTarget;
import io.kubelayers.nucleus.cluster.Cluster;
import java.nio.charset.StandardCharsets;

/** Bearer tokens: without the key nobody writes one that is believed. */
public final class TokenFuzz implements FuzzTarget {
    private final AccountTokens tokens =
            new AccountTokens(TokenKey.generate(), Cluster.builder().start().runtime());

    @Override
    public void run(byte[] input) {
        assertThat(tokens.read(new String(input, StandardCharsets.UTF_8))).isEmpty();
    }
}
