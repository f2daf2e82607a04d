package com.trackingmcp.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.OperatingSystemMXBean;
import com.trackingmcp.Rates;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.ConfigSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What asking for prices costs: three carriers at once beside each alone, with a quarter of a second of latency; then the
 * CPU of a question to one carrier beside {@link HandWrittenRates}, turn by turn, without latency.
 */
public final class RatesLoad implements AutoCloseable {
    private static final List<String> CARRIERS = List.of("fedex", "ups", "dhl");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process server;
    private final Writer commands;
    private final BufferedReader said;
    private final Map<String, String> settings;
    private final TrackingClient client;
    private final ShipmentRequest parcel = parcel();

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private RatesLoad() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        server = new ProcessBuilder(
                        java, "-Xmx256m", "-cp", System.getProperty("java.class.path"), RatesServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        commands = server.outputWriter(StandardCharsets.UTF_8);
        said = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        settings = new HashMap<>(JSON.readValue(said.readLine(), new TypeReference<Map<String, String>>() {}));
        client = TrackingClient.builder().config(ConfigSource.of(settings)).build();
    }

    /** Warms up, measures and prints two tables. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (RatesLoad load = new RatesLoad()) {
            load.latency(Integer.getInteger("rates.latency", 250), Integer.getInteger("rates.questions", 40));
            load.processors(
                    Integer.getInteger("rates.warm", 20_000),
                    Integer.getInteger("rates.rounds", 15),
                    Integer.getInteger("rates.calls", 1_000));
        }
    }

    private List<RatesServer.Asked> tell(String command) throws IOException {
        commands.write(command + '\n');
        commands.flush();
        return JSON.readValue(said.readLine(), new TypeReference<List<RatesServer.Asked>>() {});
    }

    private void latency(int milliseconds, int questions) throws IOException, InterruptedException {
        List<List<String>> asked = new ArrayList<>(List.of(CARRIERS));
        CARRIERS.forEach(carrier -> asked.add(List.of(carrier)));
        for (int i = 0; i < 100; i++) {
            rates(CARRIERS);
        }
        tell("latency " + milliseconds);
        double[][] millis = new double[asked.size()][questions];
        for (int i = 0; i < questions; i++) {
            for (int which = 0; which < asked.size(); which++) {
                List<String> carriers = asked.get(which);
                millis[which][i] = timed(() -> rates(carriers));
            }
        }
        tell("latency 0");
        System.out.println("| carriers | latency ms | questions | p50 ms | max ms |");
        System.out.println("|---|---|---|---|---|");
        double slowest = 0;
        for (int which = 0; which < asked.size(); which++) {
            Arrays.sort(millis[which]);
            double median = millis[which][questions / 2];
            slowest = which > 0 ? Math.max(slowest, median) : 0;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.1f | %.1f |%n",
                    String.join(" ", asked.get(which)),
                    milliseconds,
                    questions,
                    median,
                    millis[which][questions - 1]);
        }
        System.out.printf(
                Locale.ROOT, "%nall three: %.3f x the slowest of them%n%n", millis[0][questions / 2] / slowest);
    }

    private static double timed(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private void processors(int warm, int rounds, int calls) throws IOException, InterruptedException {
        System.out.println(
                "| carrier | requests | prices | CPU us, by hand | CPU us, ours | ratio, median of rounds (min-max) |");
        System.out.println("|---|---|---|---|---|---|");
        for (String carrier : CARRIERS) {
            tell("asked");
            Rates first = rates(List.of(carrier));
            URI root = URI.create(settings.get("FEDEX_BASE_URL")).resolve("/");
            HandWrittenRates byHand = new HandWrittenRates(carrier, root, tell("asked"));
            int prices = byHand.prices().size();
            if (prices == 0 || first.rates().isEmpty()) {
                throw new IllegalStateException(carrier + " tells no prices: " + first.failures());
            }
            for (int i = 0; i < warm; i++) {
                byHand.prices();
                rates(List.of(carrier));
            }
            double[][] micros = new double[2][rounds];
            double[] ratios = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                for (int turn = 0; turn < 2; turn++) {
                    int which = (round + turn) % 2;
                    micros[which][round] =
                            processorMicros(calls, which == 0 ? byHand::prices : () -> rates(List.of(carrier)));
                }
                ratios[round] = micros[1][round] / micros[0][round];
            }
            Arrays.sort(micros[0]);
            Arrays.sort(micros[1]);
            Arrays.sort(ratios);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.0f | %.0f | %.2f (%.2f-%.2f) |%n",
                    carrier,
                    byHand.requests(),
                    prices,
                    micros[0][rounds / 2],
                    micros[1][rounds / 2],
                    ratios[rounds / 2],
                    ratios[0],
                    ratios[rounds - 1]);
        }
    }

    private static double processorMicros(int calls, Work work) throws IOException, InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = system.getProcessCpuTime();
        for (int i = 0; i < calls; i++) {
            work.run();
        }
        return (system.getProcessCpuTime() - start) / 1e3 / calls;
    }

    private Rates rates(List<String> carriers) {
        Rates rates = client.rates(
                RateRequest.builder().shipment(parcel).addAllCarriers(carriers).build());
        if (!rates.failures().isEmpty()) {
            throw new IllegalStateException("no prices: " + rates.failures());
        }
        return rates;
    }

    private static ShipmentRequest parcel() {
        return ShipmentRequest.builder()
                .sender(address("1 Example Street", "Memphis", "38118", "US", "9015550100")
                        .stateOrProvince("TN")
                        .build())
                .recipient(address("Beispielstr. 1", "Bonn", "53113", "DE", "+4922855501")
                        .build())
                .addParcels(Parcel.of(
                        Weight.of("1.5", Weight.Unit.KG), Dimensions.of("30", "20", "10", Dimensions.Unit.CM)))
                .shipDate(LocalDate.now(ZoneOffset.UTC))
                .build();
    }

    private static Address.Builder address(String line, String city, String postalCode, String country, String phone) {
        return Address.builder()
                .company("Example Books")
                .person("Shipping desk")
                .addLines(line)
                .city(city)
                .postalCode(postalCode)
                .country(country)
                .phone(phone);
    }

    @Override
    public void close() throws IOException {
        client.close();
        commands.close();
        server.destroy();
    }
}
