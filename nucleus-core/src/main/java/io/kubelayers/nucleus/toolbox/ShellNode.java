package io.kubelayers.nucleus.toolbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of what a shell runs, as it was read. */
sealed interface ShellNode {
    /**
     * A command, with assignments before it or alone.
     *
     * @param words assignments, name and arguments
     * @param redirects where it reads and writes instead
     */
    record Simple(List<ShellWord> words, List<ShellRedirect> redirects) implements ShellNode {
        public Simple {
            words = List.copyOf(words);
            redirects = List.copyOf(redirects);
        }
    }

    /**
     * Commands of which each reads what the one before it writes.
     *
     * @param stages the commands, in shells of their own if there are several
     * @param negated whether success is failure
     */
    record Pipeline(List<ShellNode> stages, boolean negated) implements ShellNode {
        public Pipeline {
            stages = List.copyOf(stages);
        }
    }

    /**
     * Pipelines with {@code &&} and {@code ||} between them.
     *
     * @param first what is run first
     * @param rest the others
     */
    record Chain(ShellNode first, List<Link> rest) implements ShellNode {
        public Chain {
            rest = List.copyOf(rest);
        }

        /** One that is run after success, or else after failure. */
        record Link(boolean onSuccess, ShellNode node) {}
    }

    /**
     * One after the other.
     *
     * @param items what is run
     */
    record Sequence(List<Item> items) implements ShellNode {
        public Sequence {
            items = List.copyOf(items);
        }

        /** One of them, and whether nobody waits for it. */
        record Item(ShellNode node, boolean background) {}
    }

    /** Commands in a shell of their own. */
    record Subshell(ShellNode body) implements ShellNode {}

    /** A group or a loop that reads and writes elsewhere. */
    record Redirected(ShellNode body, List<ShellRedirect> redirects) implements ShellNode {
        public Redirected {
            redirects = List.copyOf(redirects);
        }
    }

    /** {@code if}. */
    record Choice(List<Branch> branches, @Nullable ShellNode otherwise) implements ShellNode {
        public Choice {
            branches = List.copyOf(branches);
        }

        /** What is run if something succeeds. */
        record Branch(ShellNode condition, ShellNode body) {}
    }

    /** {@code while} and {@code until}. */
    record Loop(ShellNode condition, boolean until, ShellNode body) implements ShellNode {}

    /** {@code for}; without words over the arguments of the shell. */
    record Each(String name, @Nullable List<ShellWord> words, ShellNode body) implements ShellNode {}

    /** {@code case}. */
    record Case(ShellWord word, List<Arm> arms) implements ShellNode {
        public Case {
            arms = List.copyOf(arms);
        }

        /** What is run if one of the patterns matches. */
        record Arm(List<ShellWord> patterns, ShellNode body) {
            Arm {
                patterns = List.copyOf(patterns);
            }
        }
    }

    /** A function is given its name. */
    record Definition(String name, ShellNode body) implements ShellNode {}
}
