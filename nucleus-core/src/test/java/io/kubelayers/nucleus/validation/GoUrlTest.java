package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as Go reads them, and what it says of those that it does not. */
class GoUrlTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            https://h:8443/a?b=c#d   | https |      | h:8443        | b=c | d
            HTTPS://h                | https |      | h             |     |
            https://                 | https |      |               |     |
            https:///a               | https |      |               |     |
            https:h/a                | https |      |               |     |
            h/a                      |       |      |               |     |
            //h/a                    |       |      | h             |     |
            https://h:/a b           | https |      | h:            |     |
            https://h:99999          | https |      | h:99999       |     |
            https://h/?              | https |      | h             |     |
            https://u:p@h            | https | u:p  | h             |     |
            https://u%40!:@h         | https | u%40%21: | h         |     |
            https://@h               | https | ~~   | h             |     |
            https://[::1]:443/a      | https |      | [::1]:443     |     |
            https://[fe80::1%25en0]/ | https |      | [fe80::1%en0] |     |
            https://h%C3%A9/         | https |      | hé            |     |
            https://h/#a%20b         | https |      | h             |     | a b
            """)
    void isRead(String text, String scheme, String user, String host, String query, String fragment) throws Exception {
        assertThat(GoUrl.parse(text))
                .isEqualTo(new GoUrl(
                        scheme == null ? "" : scheme,
                        user,
                        host == null ? "" : host,
                        query == null ? "" : query,
                        fragment == null ? "" : fragment));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            https://h:abc/    | parse "https://h:abc/": invalid port ":abc" after host
            https://[::1      | parse "https://[::1": missing ']' in host
            https://[::1]x    | parse "https://[::1]x": invalid port "x" after host
            https://[h]       | parse "https://[h]": invalid host: ParseAddr("h"): unable to parse IP
            https://[1.2.3.4] | parse "https://[1.2.3.4]": invalid IP-literal
            https://a b/      | parse "https://a b/": invalid character " " in host name
            https://h%20/     | parse "https://h%20/": invalid URL escape "%20"
            https://h/%zz     | parse "https://h/%zz": invalid URL escape "%zz"
            https://h/%2      | parse "https://h/%2": invalid URL escape "%2"
            https://h/a#%z    | parse "https://h/a#%z": invalid URL escape "%z"
            https://u v@h     | parse "https://u v@h": net/url: invalid userinfo
            :h                | parse ":h": missing protocol scheme
            1:2               | parse "1:2": first path segment in URL cannot contain colon
            """)
    void isRefused(String text, String why) {
        assertThatExceptionOfType(GoUrl.MalformedException.class)
                .isThrownBy(() -> GoUrl.parse(text))
                .withMessage(why);
    }

    @Test
    void controlCharactersAreRefused() {
        assertThatExceptionOfType(GoUrl.MalformedException.class)
                .isThrownBy(() -> GoUrl.parse("https://h/\n#a"))
                .withMessage("parse \"https://h/\\n\": net/url: invalid control character in URL");
    }

    @Test
    void requestsAskForWholeAddressesOrPaths() throws Exception {
        assertThat(GoUrl.parseRequest("https://h/a b#c").host()).isEqualTo("h");
        assertThat(GoUrl.parseRequest("/a").host()).isEmpty();
        assertThat(GoUrl.parseRequest("//a").host()).isEmpty();
        assertThatExceptionOfType(GoUrl.MalformedException.class)
                .isThrownBy(() -> GoUrl.parseRequest("a"))
                .withMessage("parse \"a\": invalid URI for request");
        assertThatExceptionOfType(GoUrl.MalformedException.class)
                .isThrownBy(() -> GoUrl.parseRequest(""))
                .withMessage("parse \"\": empty url");
    }
}
