package com.trackingmcp.mcp;

import com.trackingmcp.mcp.internal.launch.Launcher;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The server as a program; {@code --help} tells its options. Stateless. */
public final class Main {
    private Main() {}

    /** Runs until its input ends or, over HTTP, until it is stopped. */
    public static void main(String[] arguments) {
        // nothing but the protocol may reach the standard output, so it is taken before anything else runs
        System.setOut(System.err);
        BufferedOutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 13);
        Launcher launcher = new Launcher(
                System.in, out, System.err, log -> System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8)));
        System.exit(launcher.run(arguments));
    }
}
