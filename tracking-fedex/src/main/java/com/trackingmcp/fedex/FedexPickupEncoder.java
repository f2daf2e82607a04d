package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Account;
import com.trackingmcp.fedex.FedexParts.Contact;
import com.trackingmcp.fedex.FedexParts.Measure;
import com.trackingmcp.fedex.FedexPickupWire.Attributes;
import com.trackingmcp.fedex.FedexPickupWire.Booking;
import com.trackingmcp.fedex.FedexPickupWire.Cancel;
import com.trackingmcp.fedex.FedexPickupWire.Email;
import com.trackingmcp.fedex.FedexPickupWire.Location;
import com.trackingmcp.fedex.FedexPickupWire.Notification;
import com.trackingmcp.fedex.FedexPickupWire.Origin;
import com.trackingmcp.fedex.FedexPickupWire.Question;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Weight;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pickups as FedEx wants them. Stateless.
 *
 * <p>Times are those at the address. FedEx's own examples end the ready time with a Z, of which its description says that
 * it is ignored: it is written, and no time is ever moved for it.
 */
final class FedexPickupEncoder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String ON_CALL = "ON_CALL";
    private static final String LATER = "FUTURE_DAY";

    private FedexPickupEncoder() {}

    static Booking booking(PickupRequest request, String account, Instant now) {
        FedexPickupOptions options = FedexPickupOptions.of(request);
        return new Booking(
                new Account(account),
                origin(request, options, now),
                weight(request).orElse(null),
                request.quantity(),
                company(request).orElseThrow().code(),
                options.isOfTheAccount() ? FedexParties.place(request.address().orElseThrow()) : null,
                request.instructions().orElse(null),
                relation(request),
                ON_CALL,
                request.trackingNumbers().size() == 1
                        ? request.trackingNumbers().get(0)
                        : null,
                options.text(FedexPickupOptions.COMMODITY).orElse(null),
                options.oversize().orElse(null),
                options.text(FedexPickupOptions.EMAIL)
                        .map(address -> new Notification(List.of(new Email(address, "en_US")), "HTML"))
                        .orElse(null));
    }

    private static Origin origin(PickupRequest request, FedexPickupOptions options, Instant now) {
        Address address = request.address().orElseThrow();
        LocalDate day = request.date().orElseThrow();
        Contact contact = FedexParties.contact(address);
        return new Origin(
                options.text(FedexPickupOptions.ADDRESS_TYPE).orElse(null),
                // the Pickup API knows no e-mail address of who hands the parcels over
                new Location(
                        new Contact(contact.personName(), contact.companyName(), contact.phoneNumber(), null),
                        FedexParties.place(address)),
                day + "T" + TIME.format(request.readyTime().orElseThrow()) + "Z",
                TIME.format(request.closeTime().orElseThrow()),
                FedexPickupChecks.isLaterEverywhere(day, now) ? LATER : null,
                options.text(FedexPickupOptions.PACKAGE_LOCATION).orElse(null),
                options.text(FedexPickupOptions.BUILDING_PART).orElse(null),
                request.placeAtAddress().orElse(null),
                options.has(FedexPickupOptions.EARLY) ? true : null,
                options.text(FedexPickupOptions.SUPPLIES).orElse(null));
    }

    /** Whose parcels they are; empty where no service is named. */
    private static Optional<FedexCompany> company(PickupRequest request) {
        return services(request).stream().map(FedexCompany::of).findFirst();
    }

    private static List<String> services(PickupRequest request) {
        return request.pieces().stream()
                .flatMap(piece -> piece.service().stream())
                .distinct()
                .toList();
    }

    /** All of them together; nothing where not every weight is given. */
    private static Optional<Measure> weight(PickupRequest request) {
        FedexUnits units = FedexUnits.of(request.pieces().stream()
                .flatMap(piece -> piece.weight().stream())
                .map(Weight::unit)
                .findFirst());
        return request.totalWeight(units.ofWeight()).map(units::weight);
    }

    private static String relation(PickupRequest request) {
        Optional<String> home = request.address().flatMap(Address::country);
        boolean abroad = request.pieces().stream()
                .map(PickupPiece::destinationCountry)
                .anyMatch(country -> country.isPresent() && !country.equals(home));
        return abroad ? "INTERNATIONAL" : "DOMESTIC";
    }

    /** Both companies are asked where no service is named. */
    static Question question(PickupRequest request, String account, Instant now) {
        LocalDate day = request.date().orElseThrow();
        List<String> services = services(request);
        List<FedexCompany> companies = services.isEmpty()
                ? List.of(FedexCompany.values())
                : services.stream().map(FedexCompany::of).distinct().sorted().toList();
        return new Question(
                FedexParties.place(request.address().orElseThrow()),
                day.toString(),
                time(request.readyTime()),
                time(request.closeTime()),
                ON_CALL,
                // which day it is at the address only FedEx knows
                FedexPickupChecks.isLaterEverywhere(day, now) ? List.of(LATER) : List.of("SAME_DAY", LATER),
                services.size() == 1
                        ? new Attributes(services.get(0), weight(request).orElse(null))
                        : null,
                account,
                companies.stream().map(FedexCompany::code).toList(),
                relation(request));
    }

    private static @Nullable String time(Optional<LocalTime> time) {
        return time.map(TIME::format).orElse(null);
    }

    static Cancel cancel(PickupQuery pickup, String account) {
        return new Cancel(
                new Account(account),
                pickup.confirmationNumber().orElseThrow(),
                pickup.reason().orElse(null),
                FedexPickups.company(pickup).code(),
                pickup.date().orElseThrow().toString(),
                pickup.locationCode().orElse(null));
    }
}
