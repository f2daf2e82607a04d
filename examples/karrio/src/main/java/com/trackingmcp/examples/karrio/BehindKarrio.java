package com.trackingmcp.examples.karrio;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.Rates;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.CarrierSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The carriers behind a Karrio server: lists them, asks all of them what a parcel costs, buys the cheapest service, tracks the
 * parcel and cancels it.
 *
 * <p>On the embedded sandbox, where nothing is bought in truth; or, with {@code KARRIO_API_URL} and {@code KARRIO_API_KEY} in
 * the environment, at that server. There it buys only where it is told to with the argument {@code buy}, for a key may be a
 * live one.
 */
public final class BehindKarrio {
    private BehindKarrio() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("labels");
        if (System.getenv("KARRIO_API_URL") == null) {
            try (CarrierSandbox sandbox = CarrierSandbox.start();
                    TrackingClient client = TrackingClient.builder()
                            .config(sandbox.config())
                            .clock(sandbox.clock())
                            .cache(CachePolicy.off())
                            .build()) {
                run(client, true, folder, System.out);
            }
        } else {
            try (TrackingClient client = TrackingClient.create()) {
                run(client, List.of(args).contains("buy"), folder, System.out);
            }
        }
    }

    static void run(TrackingClient client, boolean buys, Path folder, PrintStream out) throws IOException {
        out.println("CONNECTION             CARRIER              OFFERS");
        client.carriers().stream()
                .filter(carrier -> carrier.gateway().isPresent())
                .forEach(carrier -> out.println(line(carrier)));

        ShipmentRequest parcel = parcel();
        Rates rates = client.rates(parcel);
        out.println();
        out.println("CONNECTION             SERVICE                        PRICE");
        rates.rates().stream().limit(5).forEach(rate -> out.println(line(rate)));
        rates.failures()
                .forEach((connection, error) ->
                        out.println(connection + ": " + error.carrierText().orElse(error.getMessage())));
        out.println();
        if (!buys) {
            out.println("Nothing is bought at a server of yours without the argument 'buy'.");
            return;
        }
        Rate cheapest = rates.best().orElseThrow(() -> new IllegalStateException("no carrier has a price"));
        Shipment shipment = client.ship(cheapest, parcel);
        out.println("Bought " + shipment.trackingNumber() + " from " + shipment.connection()
                + shipment.price().map(price -> " for " + price).orElse(""));
        save(shipment, folder, out);
        TrackingResult tracked = client.track(TrackingNumber.of(shipment.trackingNumber(), shipment.connection()));
        out.println("Tracked: " + tracked.status().word());
        client.shipments().list(ShipmentFilter.of("karrio")).stream()
                .limit(1)
                .forEach(stored -> out.println("The server's newest shipment: " + stored.id() + ", "
                        + stored.status().word()));
        out.println(line(client.shipments().cancel(shipment)));
    }

    private static void save(Shipment shipment, Path folder, PrintStream out) throws IOException {
        for (Document label : shipment.labels()) {
            String ending = label.format().map(format -> format.word()).orElse("bin");
            Path file = folder.resolve(shipment.trackingNumber() + "." + ending);
            Files.write(file, label.content().orElseThrow());
            out.println("Saved its label, " + label.size() + " bytes of " + ending);
        }
    }

    private static String line(ConnectedCarrier carrier) {
        return String.format(
                Locale.ROOT,
                "%-22s %-20s %s",
                carrier.connection(),
                carrier.carrier(),
                carrier.capabilities().stream()
                        .map(verb -> verb.replaceFirst("\\..*", ""))
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    private static String line(Rate rate) {
        return String.format(
                Locale.ROOT,
                "%-22s %-30s %s",
                rate.connection(),
                rate.serviceName().orElse(rate.service()),
                rate.total());
    }

    /** A gateway may call cancelled what it cannot cancel at the carrier. */
    private static String line(Cancellation cancellation) {
        String asked = cancellation
                .carrierAsked()
                .map(told -> told ? "; the carrier was asked" : "; the carrier was not asked, and may charge it")
                .orElse("");
        return (cancellation.cancelled() ? "Cancelled it again" : "Not cancelled") + asked;
    }

    private static ShipmentRequest parcel() {
        return ShipmentRequest.builder()
                .sender(address("1 Example Street", "Toronto", "ON", "M5V 3L9"))
                .recipient(address("2 Sample Road", "Vancouver", "BC", "V6B 1A1"))
                .addParcels(Parcel.of(
                        Weight.of("1.5", Weight.Unit.KG), Dimensions.of("30", "20", "10", Dimensions.Unit.CM)))
                .description("Printed books")
                .addReferences(Reference.of("order-4711"))
                .build();
    }

    private static Address address(String street, String city, String province, String postalCode) {
        return Address.builder()
                .company("Example Books")
                .person("Shipping desk")
                .addLines(street)
                .city(city)
                .stateOrProvince(province)
                .postalCode(postalCode)
                .country("CA")
                .phone("416 555 0100")
                .build();
    }
}
