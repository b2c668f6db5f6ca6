package io.kubelayers.interfaces.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.access.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticTokensTest {
    @Test
    void aTokenNamesItsUserAndTheGroups(@TempDir Path folder) throws Exception {
        var file = folder.resolve("tokens.csv");
        Files.writeString(file, "s3cr3t,jane,1001,\"developers,testers\"\n\nother,bob,7\n");
        var tokens = StaticTokens.read(file);

        assertThat(tokens.authenticate(Credentials.token("s3cr3t"))).hasValueSatisfying(user -> {
            assertThat(user.username()).isEqualTo("jane");
            assertThat(user.uid()).isEqualTo("1001");
            assertThat(user.groups()).containsExactly("developers", "testers", "system:authenticated");
        });
        assertThat(tokens.authenticate(Credentials.token("other")))
                .hasValueSatisfying(user -> assertThat(user.groups()).containsExactly("system:authenticated"));
        assertThat(tokens.authenticate(Credentials.token("nobody's"))).isEmpty();
        assertThat(tokens.authenticate(Credentials.none())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\'',
            value = {
                "token,user ~ line 1: must have at least 3 columns (token, user name, user uid), found 2",
                ",user,1 ~ line 1: the token is empty",
                "token,user,1,\"a,b ~ line 1: a quote does not end",
            })
    void aLineThatCannotBeIsNamed(String line, String message) {
        assertThatThrownBy(() -> StaticTokens.of(List.of(line))).hasMessage(message);
    }
}
