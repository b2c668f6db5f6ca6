package io.kubelayers.nucleus.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an image reference, and what it means. */
class ImageReferenceTest {
    private static final String HEX = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx",
                "nginx:1.27",
                "shop/cart",
                "a__b/c-d/e--f.g:V1_x.y-z",
                "localhost/app",
                "Registry.Example.com:5000/team/app:1",
                "[2001:db8::1]:5000/app",
                "127.0.0.1:5000/app",
                "index.docker.io/nginx",
            })
    void theseAreReferences(String image) {
        assertThat(ImageReference.problem(image)).isEmpty();
        assertThat(ImageReference.problem(image + "@sha256:" + HEX)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', invalid reference format",
        "nginx:, invalid reference format",
        "nginx:a b, invalid reference format",
        ":1, invalid reference format",
        "-nginx, invalid reference format",
        "a//b, invalid reference format",
        "a..b, invalid reference format",
        "a___b, invalid reference format",
        "https://example.com/app, invalid reference format",
        "nginx@sha256:abc, invalid reference format",
        "nginx@md5:0123456789abcdef0123456789abcdef, unsupported digest algorithm",
        "nginx@sha256:0123456789abcdef0123456789abcdef, invalid checksum digest length",
        "NGINX, invalid reference format: repository name (library/NGINX) must be lowercase",
        "shop/Cart:1, invalid reference format: repository name (shop/Cart) must be lowercase",
    })
    void theseAreNot(String image, String problem) {
        assertThat(ImageReference.problem(image)).contains(problem);
    }

    @Test
    void aNameIsNoLongerThanItMayBeHoweverLongTheText() {
        assertThat(ImageReference.problem(HEX))
                .contains("invalid repository name (" + HEX + "), cannot specify 64-byte hexadecimal strings");
        assertThat(ImageReference.problem("a/".repeat(127) + "a")).isEmpty();
        for (int times : new int[] {128, 500, 100_000}) {
            assertThat(ImageReference.problem("a/".repeat(times) + "a"))
                    .contains("repository name must not be more than 255 characters");
        }
        assertThat(ImageReference.problem("nginx@sha256:" + HEX.replace('a', 'A')))
                .contains("invalid checksum digest format");
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io/library/nginx:latest",
        "nginx:1.27, docker.io/library/nginx:1.27",
        "shop/cart:9, docker.io/shop/cart:9",
        "index.docker.io/nginx:1, docker.io/library/nginx:1",
        "registry.example.com:5000/app, registry.example.com:5000/app:latest",
        "app:latest, docker.io/library/app:latest",
    })
    void runtimesWriteTheWholeName(String image, String whole) {
        assertThat(ImageReference.whole(image)).isEqualTo(whole);
    }
}
