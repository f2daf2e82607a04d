package com.trackingmcp.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;

/**
 * The sandbox as a command, for trying things out by hand: prints where it is and the settings a client needs, and runs
 * until its input ends or the process is interrupted. Its clock is the machine's.
 *
 * <p>One argument is understood, the port to listen on; without it a free one is taken.
 */
public final class SandboxCommand {

    private final PrintStream out;

    SandboxCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        new SandboxCommand(System.out).run(port, System.in);
    }

    void run(int port, InputStream untilItEnds) throws IOException {
        try (CarrierSandbox sandbox =
                CarrierSandbox.builder().port(port).clock(TestClock.running()).build()) {
            print(sandbox);
            untilItEnds.transferTo(PrintStream.nullOutputStream());
        }
    }

    private void print(CarrierSandbox sandbox) {
        URI uri = sandbox.uri();
        out.println("# The sandbox listens at " + uri);
        sandbox.settings().forEach((name, value) -> out.println("export " + name + "=" + value));
        out.println("# Parcels on their way:");
        for (String carrier :
                new String[] {"fedex", "ups", "dhl", "dhl-ecommerce", "dhl-parcel-de", "karrio:canadapost"}) {
            out.println("#   " + carrier + " "
                    + sandbox.parcel(carrier).pickedUp().inTransit().number());
        }
        out.println("# Ends with its input, or Ctrl-C.");
        out.flush();
    }
}
