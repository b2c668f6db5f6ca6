package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.client.Resources;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which state a list shows, how it goes on, and what a watch says when its history is gone. */
class ListAndWatchTest {
    private static final String GONE =
            "The provided continue parameter is too old to display a consistent list result.";

    private final Cluster cluster = Cluster.builder().withoutControllers().start();
    private final Resources<ConfigMap> configs = cluster.client().on(ConfigMap.class);

    @BeforeEach
    void three() {
        for (var name : new String[] {"a", "b", "c"}) {
            create(name);
        }
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private ConfigMap create(String name) {
        return configs.create(ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .build())
                .build());
    }

    private static RequestOptions page(int limit) {
        return RequestOptions.NONE.withLimit(limit);
    }

    @Test
    void aTokenWhoseStateIsForgottenIsExchangedForOneThatGoesOnInTheNewest() {
        var first = configs.list("default", page(1));
        create("aa");
        cluster.store().compact(cluster.store().revision());

        var refused = catchThrowableOfType(
                ApiException.class,
                () -> configs.list(
                        "default", page(1).withContinueToken(first.metadata().continueToken())));
        assertThat(refused.code()).isEqualTo(410);
        assertThat(refused.status().message()).startsWith(GONE);

        var rest = configs.list(
                "default", page(2).withContinueToken(refused.status().metadata().continueToken()));
        assertThat(rest.items()).extracting(config -> config.metadata().name()).containsExactly("aa", "b");
        assertThat(rest.metadata().remainingItemCount()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} of {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Exact        | 999999 | 500 | etcdserver: mvcc: required revision is a future revision
                    NotOlderThan | 999999 | 504 | Timeout: Too large resource version: 999999, current:
                    NotOlderThan | abc    | 500 | resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax
                    Exact        | abc    | 400 | invalid resource version: resourceVersion: Invalid value: "abc": strconv.ParseUint
                    """)
    void aStateThatCannotBeShownIsRefused(String match, String version, int code, String message) {
        var options = RequestOptions.NONE.withResourceVersion(version).withResourceVersionMatch(match);
        var refused = catchThrowableOfType(ApiException.class, () -> configs.list("default", options));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.status().message()).startsWith(message);
    }

    @Test
    void aPageAtAVersionMeansThatVersionAndAListWithoutPagesAtLeastThat() {
        var then = configs.get("default", "b").metadata().resourceVersion();
        assertThat(configs.list("default", page(10).withResourceVersion(then))).hasSize(2);
        assertThat(configs.list("default", RequestOptions.NONE.withResourceVersion(then)))
                .hasSize(3);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bo!us                                    | illegal base64 data at input byte 2
                    e30                                      | server does not recognize this encoded version
                    eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MX0  | encoded start key empty (version meta.k8s.io/v1)
                    bm9uc2Vuc2U                              | invalid character 'o' in literal null (expecting 'u')
                    """)
    void tokensThatNobodyGaveAreRefused(String token, String why) {
        assertThatThrownBy(() -> configs.list("default", page(1).withContinueToken(token)))
                .hasMessageContaining("invalid continue token: continue key is not valid: " + why);
    }

    @Test
    void aWatchWhoseHistoryIsForgottenSaysSoInItsFirstEvent() {
        var then = configs.get("default", "a").metadata().resourceVersion();
        cluster.store().compact(cluster.store().revision());
        var watch = configs.watch("default", RequestOptions.NONE.withResourceVersion(then));
        assertThatThrownBy(watch::poll)
                .isInstanceOfSatisfying(
                        ApiException.class, gone -> assertThat(gone.code()).isEqualTo(410))
                .hasMessageContaining("too old resource version: " + then);
    }

    @Test
    void aWatchFromTheFutureWaitsForIt() {
        long now = cluster.store().revision();
        var watch = configs.watch("default", RequestOptions.NONE.withResourceVersion(Long.toString(now + 1)));
        create("d");
        create("e");
        assertThat(watch.poll().orElseThrow().object().metadata().name()).isEqualTo("e");
    }

    @Test
    void collectionsAreDeletedAsTheyWereAtAVersion() {
        var then = configs.get("default", "b").metadata().resourceVersion();
        configs.deleteCollection(
                "default",
                RequestOptions.NONE.withResourceVersion(then),
                DeleteOptionsBuilder.builder().build());
        assertThat(configs.list("default").items())
                .extracting(config -> config.metadata().name())
                .containsExactly("c");
    }
}
