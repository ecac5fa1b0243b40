package dev.seventouch.quickstart;

import dev.seventouch.embedded.CannotStart;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main class: {@code up} starts everything, {@code train} does so once for the JVM's cache, {@code import} takes a list in. */
@Command(
        name = "seventouch",
        subcommands = {Up.class, Train.class, ImportList.class})
final class Quickstart {
    static final int CANNOT_START = 1;
    static final int USAGE = 2;

    private Quickstart() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine commands = new CommandLine(new Quickstart());
        commands.setParameterExceptionHandler((mistake, given) -> {
            oneLine(commands.getErr(), mistake.getMessage() + " (./seventouch help shows what can be said)");
            return USAGE;
        });
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CannotStart) {
                oneLine(commands.getErr(), String.valueOf(failure.getMessage()));
                return CANNOT_START;
            }
            throw failure;
        });
        return commands.execute(arguments);
    }

    private static void oneLine(PrintWriter err, String message) {
        err.println("seventouch: " + message.replaceAll("\\s*\\R\\s*", " "));
        err.flush();
    }
}
