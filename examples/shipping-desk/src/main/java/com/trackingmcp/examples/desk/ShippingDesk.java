package com.trackingmcp.examples.desk;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.TestClock;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * A day at the shipping desk: twenty orders, half of them abroad, are previewed, bought, given their customs papers, fetched
 * by pickups and declared in a manifest. Killed in the middle and started again it goes on where it was, and buys nothing
 * twice: see {@link Journal}. A pickup that was being booked is asked for where the carrier tells of pickups; where it does
 * not, a person is told to ask, for two drivers are worse than a telephone call.
 *
 * <p>Arguments: the folder for journal and labels, a new one where absent; then {@code --environment} to work with the
 * carriers and credentials of the environment instead of the embedded sandbox, where whoever uses real ones buys real
 * labels. The embedded sandbox forgets all when the desk ends: to kill a desk whose carriers live on, run the sandbox as a
 * command (the testkit's README tells how), and the desk with its settings, {@code --environment}, and {@code --impatient},
 * which buys again at once what the carrier does not know; never use that one with real carriers.
 */
public final class ShippingDesk {
    /** How long a carrier may take to tell of a purchase whose answer was lost; before that, nothing is bought again. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private ShippingDesk() {}

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        Path folder = given.stream()
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .map(Path::of)
                .orElseGet(ShippingDesk::newFolder);
        Files.createDirectories(folder);
        if (given.contains("--environment")) {
            Duration patience = given.contains("--impatient") ? Duration.ZERO : PATIENCE;
            try (TrackingClient client =
                    TrackingClient.builder().cache(CachePolicy.off()).build()) {
                work(client, folder, Clock.systemUTC(), patience, System.out);
            }
            return;
        }
        TestClock clock = TestClock.running();
        try (CarrierSandbox sandbox = CarrierSandbox.builder().clock(clock).build();
                TrackingClient client = TrackingClient.builder()
                        .config(sandbox.config())
                        .cache(CachePolicy.off())
                        .build()) {
            work(client, folder, clock, Duration.ZERO, System.out);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("shipping-desk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Works until all that can be done is done.
     *
     * @param patience how long ago a purchase must have been begun whose answer is lost and that the carrier does not know,
     *     before it is tried again
     */
    static void work(TrackingClient client, Path folder, Clock clock, Duration patience, PrintStream out)
            throws IOException {
        out.println("Journal and labels are in " + folder);
        try (Journal journal = Journal.open(folder.resolve("journal.jsonl"));
                Reader csv = new InputStreamReader(
                        Objects.requireNonNull(ShippingDesk.class.getResourceAsStream("/orders.csv"), "orders.csv"),
                        StandardCharsets.UTF_8)) {
            LocalDate today = journal.result("today", LocalDate.class).orElseGet(() -> {
                LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                journal.ended("today", day);
                return day;
            });
            new DayOfWork(client, journal, clock, patience, out)
                    .run(Orders.read(csv, nextWorkingDay(today)), today, folder);
        }
    }

    /** When the parcels are fetched. */
    private static LocalDate nextWorkingDay(LocalDate today) {
        LocalDate day = today.plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
