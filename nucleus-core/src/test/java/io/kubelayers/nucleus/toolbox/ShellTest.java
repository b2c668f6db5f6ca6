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
                "what a pipe leads to must be there   | echo a; echo b ¦                 | !sh: syntax error: unexpected end of file/=2",
                "what is not understood runs nothing  | echo a; fi                       | !sh: syntax error: unexpected \"fi\"/=2",
                "what only Bash has is refused        | echo a; [[ a = b ]]              | !sh: [[: not simulated/=127",
                "the output of a command is put in    | echo \"<$(echo a; echo b)>\" \u0060echo c\u0060 $(echo d e) | <a/b> c d e/",
                "as often as it is asked for          | for i in 1 2; do echo $(echo $i)$(echo $i); done | 11/22/",
                "its outcome is that of an assignment | A=$(false); echo $?; B=$(echo x)y; echo $B | 1/xy/",
                "a loop over words                    | for i in a \"b c\" $NAME; do echo $i; done | a/b c/Ada/Lovelace/",
                "a loop that counts                   | i=0; while [ $i -lt 3 ]; do i=$((i + 1)); echo $i; done | 1/2/3/",
                "a loop until something holds         | i=5; until test $i = 3; do i=$(($i-1)); done; echo $i | 3/",
                "loops are left and cut short         | for i in 1 2 3 4; do [ $i = 2 ] && continue; [ $i = 4 ] && break; echo $i; done | 1/3/",
                "two at once                          | for i in 1 2; do while true; do break 2; done; echo no; done; echo out | out/",
                "what reads may stand in a loop       | printf 'a b\\nc\\n' ¦ while read x y; do echo \"$y-$x\"; done | b-a/-c/",
                "from a file as well                  | echo l > /tmp/f; while read x; do echo got $x; done < /tmp/f | got l/",
                "conditions                           | if false; then echo a; elif true; then echo b; else echo c; fi | b/",
                "the outcome of one that does not hold| if false; then echo a; fi; echo $? | 0/",
                "not                                  | ! false && echo yes; if ! true; then echo no; fi | yes/",
                "cases                                | case abc in x¦y) echo 1;; a*) echo 2;; *) echo 3; esac | 2/",
                "groups and shells within             | { A=1; }; (A=2; cd /etc; exit 3); echo $A $? $(pwd) | 1 3 //",
                "functions                            | f() { echo \"$1 of $#\"; return 4; }; f a b; echo $? | a of 2/4/",
                "with variables of their own          | A=1; f() { local A=2; echo $A; }; f; echo $A | 2/1/",
                "arguments                            | set -- a 'b c'; shift; for i in \"$@\"; do echo $# $i; done | 1 b c/",
                "no arguments are no words            | for i in \"$@\"; do echo no; done; echo end | end/",
                "a failure can end it                 | set -e; false ¦¦ true; if false; then :; fi; echo a; false; echo b | a/=1",
                "wildcards                            | cd /tmp; touch b a .h; echo * [b-z] x*; echo '*' | a b b x*/*/",
                "files in directories                 | echo /e?c/m*                     | /etc/motd/",
                "parts of values                      | F=/a/b.tar.gz; echo ${F##*/} ${F%.*} ${F%%.*} ${F#*/} ${#F} | b.tar.gz /a/b.tar /a/b a/b.tar.gz 11/",
                "values that are missing              | echo ${X:-a$(echo b)} ${X:+no} ${X:=set} $X; echo ${Y?gone}; echo $? | ab set set/!sh: Y: gone/1/",
                "numbers                              | echo $((2 + 3 * (4 - 1) % 5)) $((7 / 2)) $((1 < 2 && 3 != 3)) $((-X)) | 6 3 0 0/",
                "nothing waits for a background       | (sleep 1; echo late) & echo early; wait; echo end | early/",
                "what is done at the end              | trap 'echo bye' EXIT; echo hi; exit 3 | hi/bye/=3",
                "home                                 | cd ~; pwd; echo ~/x '~'          | /tmp//tmp/x ~/",
                "a file is run                        | echo 'echo $1-$0' > /tmp/s; sh /tmp/s a; /tmp/s b | a-/tmp/s/b-/tmp/s/",
                "arguments of a text                  | sh -c 'echo $0 $1 $#' me a b      | me a 2/",
                "no option stands behind two dashes   | sh -c -- 'echo a'; sh -c -- 'trap : TERM INT; echo b & wait' | a/b/",
                "only what is exported is handed on   | A=1; export B=2; sh -c 'echo $A$B' | 2/",
                "a text is run                        | eval 'echo a' b; A='echo c'; $A  | a b/c/",
                "what is there                        | command -v ls nope ¦¦ echo no; type cd | /bin/ls/no/cd is cd/",
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
    void pingsUntilItIsEnded() {
        var run = container.start(false, "ping", "-i", "10", "127.0.0.1");
        assertThat(container.said(run).lines()).hasSize(2);
        container.wait(Duration.ofSeconds(10));
        assertThat(container.said(run)).isEqualTo("64 bytes from 127.0.0.1: seq=1 ttl=64 time=0.050 ms\n");
        assertThat(run.exit()).isEmpty();
    }

    @Test
    void aLoopThatWaitsForNothingTakesTimeAllTheSame() {
        var run = container.start(false, "sh", "-c", "while true; do :; done");
        container.wait(Duration.ofSeconds(1));
        assertThat(container.said(run)).isEmpty();
        assertThat(run.exit()).isEmpty();
        assertThat(run.nextAt()).isPresent();
    }

    @Test
    void whoStopsReadingStopsWhoWrites() {
        var run = container.start(false, "sh", "-c", "while true; do echo y; done | read X; echo done");
        container.wait(Duration.ofSeconds(1));
        assertThat(container.said(run)).isEqualTo("done\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "numbers in a row       | seq 3; seq 2 2 6; seq 3 -1 2        | 1/2/3/2/4/6/3/2/",
                "formats                | printf '%s-%03d\\n' a 7 b 8; printf '%x%%\\t' 255 ¦ tr '\\t' _ | a-007/b-008/ff%_",
                "packed and back        | echo hi ¦ gzip ¦ gunzip; echo x > /tmp/f; gzip /tmp/f; ls /tmp; zcat /tmp/f.gz | hi/f.gz/x/",
                "the first and the last | seq 9 ¦ head -2; seq 9 ¦ tail -n 2; seq 3 ¦ tail -n +3; printf abc ¦ head -c 2 | 1/2/8/9/3/ab",
                "what matches           | printf 'ab\\nB\\n' ¦ grep -i b; grep -c e /etc/motd; grep -q x /etc/motd ¦¦ echo no; echo a1b2 ¦ grep -oE '[0-9]+' | ab/B/1/no/1/2/",
                "sorted                 | printf '10\\n9\\n9\\n' ¦ sort -n ¦ uniq -c; printf 'b\\na\\n' ¦ sort -r | ¦      2 9/      1 10/b/a/",
                "columns                | echo a:b:c ¦ cut -d: -f1,3; echo abc ¦ cut -c 2- | a:c/bc/",
                "other characters       | echo hello ¦ tr a-z A-Z; echo aab ¦ tr -d a; echo aab ¦ tr -s a | HELLO/b/ab/",
                "copies                 | echo x ¦ tee /tmp/a; cp /tmp/a /tmp/b; mv /tmp/b /tmp/c; mkdir /tmp/d; cp -r /tmp/d /tmp/e; cp /tmp/d /tmp/f; ls /tmp; cat /tmp/c | x/!cp: Is a directory/a/c/d/e/x/",
                "names of files         | basename /a/b.c .c; dirname /a/b; dirname x | b//a/./",
                "sums                   | printf a ¦ sha256sum ¦ cut -c1-8; printf a ¦ md5sum | ca978112/0cc175b9c0f1b6a831c399e269772661  -/",
                "the time               | date +%Y-%m-%dT%H:%M:%S; date -u +%s; uptime ¦ cut -c1-9 | 2026-01-01T00:00:00/1767225600/ 00:00:00/",
                "so many bytes          | dd if=/dev/zero of=/tmp/z bs=1k count=3 2>/dev/null; wc -c < /tmp/z; dd if=/etc/motd bs=4 count=1 | 3072/welc!1+0 records in/1+0 records out/",
                "a time that is none    | date foo; echo $?                   | !date: invalid date 'foo'/1/",
                "somebody is there      | ping -c 1 127.0.0.1 ¦ cut -c1-32; ping example.com; echo $? | PING 127.0.0.1 (127.0.0.1): 56 d/64 bytes from 127.0.0.1: seq=0 t//--- 127.0.0.1 ping statistics --/1 packets transmitted, 1 packets/round-trip min/avg/max = 0.050/0/!ping: another host than the pod itself: not simulated/127/",
                "the machine            | uname -sm; which ls nope ¦¦ nproc   | Linux x86_64//bin/ls/1/",
            })
    void knowsCommands(String sentence, String text, String said) {
        assertThat(container.sh(text.replace('¦', '|').strip()).replace('\n', '/'))
                .as(sentence)
                .isEqualTo(said.strip().replace("¦", ""));
    }

    @Test
    void aFileIsFollowed() {
        var run = container.start(false, "sh", "-c", "(sleep 2; echo b >> /tmp/f) & echo a > /tmp/f; tail -f /tmp/f");
        assertThat(container.said(run)).isEqualTo("a\n");
        var later = new StringBuilder();
        for (int second = 0; second < 4; second++) {
            container.wait(Duration.ofSeconds(1));
            later.append(container.said(run));
        }
        assertThat(later).hasToString("b\n");
        assertThat(run.exit()).isEmpty();
    }

    @Test
    void aTextBehindTheLineIsRead() {
        assertThat(container.sh(
                        "cat <<EOF > /tmp/f\nhello $NAME\n\"q\" $((1+1))\nEOF\ncat /tmp/f; cat <<'E'\n$NAME\nE\n"))
                .isEqualTo("hello Ada Lovelace\n\"q\" 2\n$NAME\n");
    }

    @Test
    void linesThatBelongTogetherAreRunTogether() {
        var script = "for i in 1 2\ndo\n  echo $i\ndone\nif true; then\necho 'a\nb'\nfi\nf() {\n echo f\n}\nf\n";
        assertThat(container.run(script.getBytes(StandardCharsets.UTF_8), "sh")).isEqualTo("1\n2\na\nb\nf\n");
        var run = container.start(true, "sh");
        type(run, "while true\rdo sleep 1; echo x; done\r");
        assertThat(container.said(run)).isEqualTo("/ # while true\r\n> do sleep 1; echo x; done\r\n");
        container.wait(Duration.ofSeconds(1));
        assertThat(container.said(run)).isEqualTo("x\r\n");
        type(run, "\u0003");
        assertThat(container.said(run)).isEqualTo("^C\r\n/ # ");
    }

    @Test
    void runsWhatComesIn() {
        var script = "cd /tmp\necho one > f\n\ncat f\nfalse\n";
        assertThat(container.run(script.getBytes(StandardCharsets.UTF_8), "sh")).isEqualTo("one\n=1");
        var run = container.start(false, "sh");
        run.input(("true\n".repeat(20_000) + "echo end").getBytes(StandardCharsets.UTF_8));
        run.inputEnded();
        assertThat(container.said(run)).as("what is long takes some time").isEmpty();
        var said = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            container.wait(Duration.ofMillis(10));
            said.append(container.said(run));
        }
        assertThat(said).hasToString("end\n");
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
