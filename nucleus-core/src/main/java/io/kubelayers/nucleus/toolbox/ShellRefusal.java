package io.kubelayers.nucleus.toolbox;

/** Why a shell does not go on with a command. */
final class ShellRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShellRefusal(String why) {
        super(why);
    }
}
