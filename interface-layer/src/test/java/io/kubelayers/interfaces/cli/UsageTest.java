package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong usage says what is wrong and where to read on, and ends with 2. */
class UsageTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '~',
            value = {
                "get ~ error: Missing required parameter: 'TYPE[/NAME]'",
                "get pood ~ error: the server doesn't have a resource type \"pood\"; did you mean \"pod\"?",
                "get deploymnets ~ error: the server doesn't have a resource type \"deploymnets\"; did you mean \"deployments\"?",
                "get qqqqqqqq ~ error: the server doesn't have a resource type \"qqqqqqqq\"",
                "get pods -o xml ~ error: unknown output format \"xml\"; there are wide, yaml, json, name",
                "get pods -f nowhere.yaml ~ error: no such file or folder: nowhere.yaml",
                "get pods --node-cpu lots ~ error: --node-cpu and --node-memory are quantities such as 500m, 4 or 16Gi",
                "get pods --after soon ~ error: Invalid value for option '--after': 'soon' is no duration such as 90s, 5m, 1h30m or 2d",
                "get pod web svc/web ~ error: there is no need to name a resource type apart when others are named as TYPE/NAME",
                "get pod web -A ~ error: a resource cannot be retrieved by name across all namespaces",
                "schedule ~ error: must specify -f FILE|DIR|-",
                "schedule -f nowhere.yaml --nodes 1 ~ error: no such file or folder: nowhere.yaml",
                "schedule -f x -o yaml ~ error: unknown output format \"yaml\"; there are text, json",
                "pack -f x ~ error: which nodes may be added? Name a file with some by --shapes, or a --shape",
                "pack -f x --shape m=4 ~ error: --shape m=4 is not NAME=CPU,MEMORY, such as m=4,16Gi",
                "compare -f x ~ error: Missing required option: '--with=FILE'",
                "apply ~ error: must specify -f FILE|DIR|-",
                "serve --authorization-mode Node ~ error: --authorization-mode needs RBAC or AlwaysAllow, is Node",
                "serve --authorization-mode RBAC,ABAC ~ error: authorization-mode ABAC's authorization policy file not passed",
                "serve --authorization-policy-file f ~ error: cannot specify --authorization-policy-file without mode ABAC",
                "serve --authorization-mode RBAC,ABAC --authorization-policy-file none ~ error: can't read the policies in none: java.nio.file.NoSuchFileException: none",
                "serve --client-ca-file nowhere.pem ~ error: --client-ca-file: no such file: nowhere.pem",
                "serve --nodes 0 --runtime-config apps/v1=false ~ error: --runtime-config apps/v1: it is served always, since controllers need it",
                "serve --nodes 0 --runtime-config api/v1=no ~ error: --runtime-config api/v1=no: the value must be true or false",
                "serve --nodes -1 ~ error: --nodes must not be negative, is -1",
                "serve --service-cluster-ip-range 10.0.0.0 ~ error: --service-cluster-ip-range: invalid CIDR address: 10.0.0.0",
                "serve --no-tls --host 0.0.0.0 --port 0 ~ error: plain HTTP is served on loopback addresses only, not on 0.0.0.0",
                "can-i get ~ error: you must specify two arguments, VERB and RESOURCE[/NAME] or /PATH, or --list",
            })
    void theErrorSaysWhatToDo(String arguments, String error) {
        var words = arguments.split(" ");
        var run = CommandRun.of(words);

        assertThat(run.err()).isEqualToNormalizingNewlines(error + "\nSee 'kubelayers " + words[0] + " --help'.\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void aCommandThatIsNearlyOneIsRecognized() {
        var run = CommandRun.of("gett");

        assertThat(run.err()).contains("Did you mean get ");
        assertThat(run.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "get",
        "describe",
        "apply",
        "explain-pending",
        "can-i",
        "who-can",
        "rbac",
        "network",
        "drain",
        "quota",
        "autoscale",
        "version",
        "tour",
        "serve",
        "test",
        "schedule",
        "fit",
        "pack",
        "compare"
    })
    void everyCommandHasHelp(String command) {
        var run = CommandRun.of(command, "--help");

        assertThat(run.out()).startsWith("Usage: kubelayers " + command);
        assertThat(run.code()).isZero();
    }

    @Test
    void howContainersLiveIsReadBeforeAnythingIsServed() {
        var run = CommandRun.of("serve", "--port", "0", "--containers", "shop/cart:3.* pull-fails=often");

        assertThat(run.err())
                .startsWith("error: 'shop/cart:3.* pull-fails=often': container script: often is no number");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void theVersionSaysWhoseBehaviourItIs() {
        assertThat(CommandRun.of("version").out())
                .isEqualToNormalizingNewlines("kubelayers 0.1.0-SNAPSHOT\nkubernetes v1.35\n");
    }
}
