package com.trackingmcp.examples.ship;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.Rates;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.CarrierSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * From a quote to a label and back: prices a parcel at FedEx, UPS and DHL Express, buys the cheapest service that arrives
 * by Friday, saves its label, tracks it and cancels it. On the embedded sandbox: nothing is bought in truth.
 */
public final class Ship {
    private Ship() {}

    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("labels");
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                TrackingClient client = TrackingClient.builder()
                        .config(sandbox.config())
                        .clock(sandbox.clock())
                        .cache(CachePolicy.off())
                        .build()) {
            LocalDate today = LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);
            run(client, today, folder, System.out);
        }
    }

    static void run(TrackingClient client, LocalDate today, Path folder, PrintStream out) throws IOException {
        ShipmentRequest parcel = parcel(today);
        LocalDate friday = today.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        Rates rates = client.rates(
                RateRequest.builder().shipment(parcel).arriveBy(friday).build());
        out.println("CARRIER  SERVICE                                    PRICE          ARRIVES");
        rates.rates().forEach(rate -> out.println(line(rate)));
        rates.failures().forEach((connection, error) -> out.println(connection + ": " + error.getMessage()));

        Rate cheapest = rates.best().orElseThrow(() -> new IllegalStateException("nothing arrives by " + friday));
        Shipment shipment = client.ship(cheapest, parcel);
        out.println();
        out.println("Bought " + shipment.trackingNumber() + " from " + shipment.carrier()
                + shipment.price().map(price -> " for " + price).orElse(""));
        for (Document label : shipment.labels()) {
            String ending = label.format().map(format -> format.word()).orElse("bin");
            Path file = folder.resolve(shipment.trackingNumber() + "." + ending);
            Files.write(file, label.content().orElseThrow());
            out.println("Saved its label, " + label.size() + " bytes of " + ending);
        }
        out.println(
                "Tracked: " + client.track(shipment.trackingNumber()).status().word());
        out.println(cancelled(client, shipment));
    }

    private static String cancelled(TrackingClient client, Shipment shipment) {
        try {
            return client.shipments().cancel(shipment).cancelled() ? "Cancelled it again" : "Cancelled parts of it";
        } catch (CarrierException e) {
            return "Not cancelled: " + e.getMessage();
        }
    }

    private static ShipmentRequest parcel(LocalDate today) {
        return ShipmentRequest.builder()
                .sender(address("Example Books", "1 Example Street", "Memphis", "38118", "US", "9015550100")
                        .stateOrProvince("TN")
                        .build())
                .recipient(address("Beispiel GmbH", "Beispielstr. 1", "Bonn", "53113", "DE", "+4922855501")
                        .build())
                .addParcels(Parcel.of(
                        Weight.of("1.5", Weight.Unit.KG), Dimensions.of("30", "20", "10", Dimensions.Unit.CM)))
                .description("Printed books")
                .customs(Customs.builder()
                        .incoterm(Incoterm.DAP)
                        .addCommodities(Commodity.builder()
                                .description("Printed books")
                                .hsCode("490199")
                                .originCountry("US")
                                .quantity(BigDecimal.valueOf(2))
                                .unitPrice(Money.of("19.90", "USD"))
                                .weight(Weight.of("1.2", Weight.Unit.KG))
                                .build())
                        .build())
                .shipDate(today)
                .addReferences(Reference.of("order-4711"))
                .build();
    }

    private static Address.Builder address(
            String company, String street, String city, String postalCode, String country, String phone) {
        return Address.builder()
                .company(company)
                .person("Shipping desk")
                .addLines(street)
                .city(city)
                .postalCode(postalCode)
                .country(country)
                .phone(phone);
    }

    private static String line(Rate rate) {
        return String.format(
                Locale.ROOT,
                "%-8s %-42s %-14s %s",
                rate.carrier(),
                rate.serviceName().orElse(rate.service()),
                rate.total(),
                rate.delivery()
                        .flatMap(window -> window.to())
                        .map(time -> time.date().toString())
                        .orElse("?"));
    }
}
