package com.trackingmcp.examples.desk;

import com.trackingmcp.BatchOptions;
import java.io.Console;
import java.io.PrintStream;

/**
 * How far a batch is, in one line that is written over where somebody looks at a terminal, and else in a line each time. For
 * one thread at a time.
 */
final class ProgressBar {
    private static final int WIDTH = 20;

    private final PrintStream out;
    private final boolean terminal;

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** For where the program prints to. */
    @SuppressWarnings("SystemConsoleNull") // it is null before JDK 22; since then isTerminal() tells
    static ProgressBar of(PrintStream out) {
        Console console = System.console();
        return new ProgressBar(out, console != null && isTerminal(console));
    }

    /** From JDK 22 on there is a console where there is no terminal, too, and a way to ask for that. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderThan22) {
            return true;
        }
    }

    void show(BatchOptions.Progress progress) {
        int done = progress.total() - progress.left();
        int filled = WIDTH * done / Math.max(1, progress.total());
        String line = "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + done + "/" + progress.total()
                + "  bought " + progress.bought() + ", failed " + progress.failed();
        if (terminal) {
            out.print("\r" + line + (progress.left() == 0 ? "\n" : ""));
            out.flush();
        } else {
            out.println(line);
        }
    }
}
