package io.kubelayers.nucleus.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code sh} does, and what it says it can't. */
class ShellTest {
    private final Typed container = new Typed();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "commands run one after the other     | echo a; echo b                  | a/b/",
                "the second only after success        | true && echo yes; false && echo no; echo end | yes/end/",
                "the second only after failure        | false ¦¦ echo saved; true ¦¦ echo no | saved/",
                "the chain goes on with the outcome   | false && echo no ¦¦ echo other   | other/",
                "single quotes keep everything        | echo '$NAME  \"x\"'              | $NAME  \"x\"/",
                "double quotes keep blanks            | echo \"<$NAME>\"                 | <Ada Lovelace>/",
                "a bare variable becomes its words    | test $NAME = x                   | !test: Ada Lovelace = x: not simulated/=127",
                "a default stands for nothing         | echo ${EMPTY:-none}${MISSING}.   | none./",
                "the outcome of the last command      | false; echo $?                   | 1/",
                "a variable of the shell              | A=1; B=$A$A; echo $B             | 11/",
                "a variable for one command           | A=1 env | ",
                "comments                             | echo a # b                       | a/",
                "exit ends it                         | echo a; exit 3; echo b           | a/=3",
                "a file is written and read           | echo hi > /tmp/f; cat /tmp/f     | hi/",
                "and appended to                      | echo a >/tmp/f; echo b>>/tmp/f && cat /tmp/f | a/b/",
                "errors go elsewhere                  | cat /nope 2>/dev/null; echo $?   | 1/",
                "errors go where output goes          | cat /nope > /tmp/e 2>&1; cat /tmp/e | cat: can't open '/nope': No such file or directory/",
                "a dash stands for the input          | echo a > /tmp/a; cat - < /tmp/a  | a/",
                "there is no such input               | cat < /x                         | !sh: can't open file: No such file or directory/=1",
                "lines, words and bytes are counted   | echo 'a b' > /tmp/a; wc /tmp/a; wc -c < /tmp/a | 1 2 4 /tmp/a/4/",
                "a command is given a time            | timeout 5 echo in time; timeout 5 cat < /etc/motd | in time/welcome/",
                "directories                          | cd /etc && pwd && ls; cd .. ; pwd | /etc/motd///",
                "there is no such directory           | cd /x                            | !sh: cd: can't cd to /x: No such file or directory/=1",
                "files can be tested                  | [ -d /tmp ] && [ ! -e /x ] && test 2 -gt 1 && echo ok | ok/",
                "what may only be read stays          | echo x > /ro/y                   | !sh: can't create file: Read-only file system/=1",
                "the shells' own are no files         | sh -c 'echo in' ; echo out       | in/out/",
                "one reads what another writes        | echo abc ¦ base64 ¦ cat; echo $? | YWJjCg==/0/",
                "the last one's outcome counts        | false ¦ cat && echo ok; true ¦ false ¦¦ echo no | ok/no/",
                "and back from base64                 | echo YWJjCg== ¦ base64 -d ¦ wc -c | 4/",
                "what a pipe leads to must be there   | echo a; echo b ¦                 | !sh: ¦: not simulated/=127",
                "a background is refused, and all     | echo a; echo b & echo c          | !sh: &: not simulated/=127",
                "so is what would run another command | echo $(date)                     | !sh: $(: not simulated/=127",
                "so are loops                         | while true; do echo a; done      | !sh: while: not simulated/=127",
                "so are wildcards                     | ls *                             | !sh: *: not simulated/=127",
                "a command that is not there          | nginx -v; echo $?                | !sh: nginx: not simulated/127/",
                "an option that is not there          | ls -Z                            | !ls: option -Z: not simulated/=127",
            })
    void does(String sentence, String text, String said) {
        if (said == null) {
            assertThat(container.sh(text.strip())).contains("A=1\n", "NAME=Ada Lovelace\n");
            return;
        }
        assertThat(container.sh(text.strip().replace('¦', '|')).replace('\n', '/'))
                .as(sentence)
                .isEqualTo(said.strip().replace('¦', '|'));
    }

    @Test
    void sleepsOnTheClockOfTheCluster() {
        var run = container.start(false, "sh", "-c", "echo a; sleep 10; echo b");
        assertThat(container.said(run)).isEqualTo("a\n");
        container.wait(Duration.ofSeconds(9));
        assertThat(container.said(run)).isEmpty();
        container.wait(Duration.ofSeconds(1));
        assertThat(container.said(run)).isEqualTo("b\n");
        assertThat(run.exit()).isPresent();
    }

    @Test
    void runsWhatComesIn() {
        var script = "cd /tmp\necho one > f\n\ncat f\nfalse\n";
        assertThat(container.run(script.getBytes(StandardCharsets.UTF_8), "sh")).isEqualTo("one\n=1");
        var long1 = "true\n".repeat(20_000) + "echo end";
        assertThat(container.run(long1.getBytes(StandardCharsets.UTF_8), "sh")).isEqualTo("end\n");
    }

    @Test
    void aCommandReadsWhatTheShellIsGiven() {
        assertThat(container.run("some\ntext".getBytes(StandardCharsets.UTF_8), "sh", "-c", "cat > /tmp/f; cat /tmp/f"))
                .isEqualTo("some\ntext");
    }

    @Test
    void aTerminalShowsWhatIsTypedAndAPrompt() {
        var run = container.start(true, "sh");
        assertThat(container.said(run)).isEqualTo("/ # ");
        type(run, "echi\u007fo hi\r");
        assertThat(container.said(run)).isEqualTo("echi\b \bo hi\r\nhi\r\n/ # ");
        type(run, "sleep 100\r");
        assertThat(container.said(run)).isEqualTo("sleep 100\r\n");
        type(run, "\u0003");
        assertThat(container.said(run)).isEqualTo("^C\r\n/ # ");
        type(run, "cat\rabc\r\u0004\u001b[Acd /etc\r");
        assertThat(container.said(run)).isEqualTo("cat\r\nabc\r\nabc\r\n/ # cd /etc\r\n/etc # ");
        type(run, "false\r\u0004");
        assertThat(container.said(run)).isEqualTo("false\r\n/etc # \r\n=1");
    }

    private static void type(io.kubelayers.nucleus.program.ProgramRun run, String text) {
        run.input(text.getBytes(StandardCharsets.UTF_8));
    }
}
