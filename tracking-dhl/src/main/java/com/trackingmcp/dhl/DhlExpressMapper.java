package com.trackingmcp.dhl;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Location;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a shipment of MyDHL into the common model. Safe for use by many threads. */
final class DhlExpressMapper {
    private static final int COUNTRY_SUFFIX = 4;

    private final CarrierProfile profile;
    private final CarrierContext context;

    DhlExpressMapper(CarrierProfile profile, CarrierContext context) {
        this.profile = profile;
        this.context = context;
    }

    TrackingResult map(DhlExpressFound found, TrackingNumber number, boolean oneOfSeveral) {
        DhlExpressWire.Shipment shipment = found.shipment();
        Optional<DhlExpressWire.Piece> piece = found.piece(number.value());
        List<DhlExpressWire.Event> told = events(shipment, piece);
        DhlHistory history =
                DhlHistory.usuallyOldestFirst(told.stream().map(this::scan).toList());
        Optional<Integer> count = WireText.integer(shipment.numberOfPieces()).filter(pieces -> pieces > 0);
        boolean severalPieces = piece.isEmpty() && count.orElse(1) > 1;
        Optional<DhlHistory.Scan> standing = DhlHistory.standing(history.scans(), severalPieces, false)
                .map(scan -> severalPieces ? unlessAPieceIsOpen(scan, shipment) : history.unlessSentBack(scan));
        // MyDHL knows the shipment but has seen nothing of it: its data are all there is.
        TrackingStatus none = history.isEmpty() ? TrackingStatus.LABEL_CREATED : TrackingStatus.UNKNOWN;
        TrackingStatus status = standing.map(DhlHistory.Scan::status).orElse(none);
        TrackingResult.Builder result = TrackingResult.builder()
                .number(oneOfSeveral ? identified(number, found) : number)
                .carrier(profile.carrier())
                .connection(profile.connection())
                .serviceCode(WireText.text(shipment.productCode()))
                .serviceName(WireText.text(shipment.productCode()).flatMap(DhlExpressProducts::name))
                .status(status)
                .origin(place(shipment.shipperDetails()))
                .destination(place(shipment.receiverDetails()))
                .pieceCount(count)
                .retrievedAt(context.clock().instant())
                .rawJson(found.raw());
        history.describe(result, standing);
        if (status == TrackingStatus.DELIVERED) {
            result.signedBy(signer(told).or(() -> signer(WireJson.list(shipment.events()))));
        }
        if (DhlWireRead.expectsDelivery(status)) {
            result.estimatedDelivery(WireTime.parse(shipment.estimatedDeliveryDate())
                    .map(time -> DeliveryWindow.on(time, DeliveryWindow.Basis.ESTIMATED)));
        }
        measures(shipment, piece, result);
        numbers(shipment, number, result);
        return result.build();
    }

    /** The piece's own events where it has any. */
    private static List<DhlExpressWire.Event> events(
            DhlExpressWire.Shipment shipment, Optional<DhlExpressWire.Piece> piece) {
        return piece.map(one -> WireJson.list(one.events()))
                .filter(events -> !events.isEmpty())
                .orElseGet(() -> WireJson.list(shipment.events()));
    }

    /** A shipment is delivered where no piece's own events say otherwise. */
    private DhlHistory.Scan unlessAPieceIsOpen(DhlHistory.Scan standing, DhlExpressWire.Shipment shipment) {
        if (standing.status() != TrackingStatus.DELIVERED) {
            return standing;
        }
        return WireJson.list(shipment.pieces()).stream()
                .map(piece -> WireJson.list(piece.events()))
                .flatMap(events -> standing(events).stream())
                .filter(piece -> piece.status() != TrackingStatus.DELIVERED)
                .findFirst()
                .orElse(standing);
    }

    private Optional<DhlHistory.Scan> standing(List<DhlExpressWire.Event> events) {
        DhlHistory history =
                DhlHistory.usuallyOldestFirst(events.stream().map(this::scan).toList());
        return DhlHistory.standing(history.scans(), false, false).map(history::unlessSentBack);
    }

    private static TrackingNumber identified(TrackingNumber number, DhlExpressFound found) {
        return TrackingNumber.builder().from(number).uniqueId(found.uniqueId()).build();
    }

    private DhlHistory.Scan scan(DhlExpressWire.Event event) {
        DhlStatus.Reading reading = DhlStatus.express(event.typeCode());
        Optional<String> code = WireText.text(event.typeCode());
        if (!reading.explained()) {
            code.ifPresent(unknown -> context.unmappedCodes().accept(profile.carrier(), "express:" + unknown));
        }
        Optional<DhlExpressWire.Remark> remark =
                WireJson.list(event.remarks()).stream().findFirst();
        TrackingEvent mapped = TrackingEvent.builder()
                .time(time(event))
                .status(reading.status())
                .carrierStatusCode(code)
                .carrierStatusText(WireText.text(event.description()))
                .reasonText(remark.flatMap(told -> WireText.text(told.value())))
                .location(area(event.serviceArea()))
                .build();
        return new DhlHistory.Scan(mapped, reading, remark.flatMap(told -> WireText.text(told.details())));
    }

    private static Optional<CarrierTime> time(DhlExpressWire.Event event) {
        Optional<LocalDate> date = WireTime.date(event.date());
        Optional<LocalTime> time = WireTime.time(event.time());
        if (date.isEmpty() || time.isEmpty()) {
            return date.map(CarrierTime::on);
        }
        Optional<ZoneOffset> offset = WireTime.offset(event.GMTOffset());
        return Optional.of(
                offset.map(told -> CarrierTime.at(date.get().atTime(time.get()).atOffset(told)))
                        .orElseGet(() -> CarrierTime.local(date.get().atTime(time.get()))));
    }

    private static Optional<String> signer(List<DhlExpressWire.Event> events) {
        return events.stream()
                .filter(event -> DhlStatus.express(event.typeCode()).status() == TrackingStatus.DELIVERED)
                .flatMap(event -> WireText.text(event.signedBy()).stream())
                .findFirst();
    }

    /** The address where it is told, else the service area: addresses are mostly empty for privacy. */
    private static Optional<Location> place(DhlExpressWire.@Nullable Party party) {
        if (party == null) {
            return Optional.empty();
        }
        Optional<Location> area = area(party.serviceArea());
        if (party.postalAddress() == null) {
            return area;
        }
        DhlExpressWire.Address address = party.postalAddress();
        Location place = Location.builder()
                .city(WireText.text(address.cityName()).or(() -> area.flatMap(Location::city)))
                .stateOrProvince(WireText.text(address.provinceCode()))
                .postalCode(WireText.text(address.postalCode()))
                .country(WireText.country(address.countryCode()).or(() -> area.flatMap(Location::country)))
                .facility(area.flatMap(Location::facility))
                .build();
        return Optional.of(place).filter(told -> !told.equals(Location.builder().build()));
    }

    /** A service area: a code such as BNE and a description such as {@code Brisbane-AU}. */
    private static Optional<Location> area(@Nullable List<DhlExpressWire.@Nullable ServiceArea> areas) {
        return WireJson.list(areas).stream().findFirst().map(area -> {
            String text = WireText.text(area.description()).orElse("");
            int dash = text.lastIndexOf('-');
            boolean suffixed = dash > 0 && text.length() - dash <= COUNTRY_SUFFIX;
            Optional<String> country = suffixed ? WireText.country(text.substring(dash + 1)) : Optional.empty();
            return Location.builder()
                    .city(WireText.text(country.isPresent() ? text.substring(0, dash) : text))
                    .country(country)
                    .facility(WireText.first(area.code(), area.facilityCode()))
                    .build();
        });
    }

    /** The piece's own measures where one was asked for or there is only one; else the shipment's weight. */
    private static void measures(
            DhlExpressWire.Shipment shipment, Optional<DhlExpressWire.Piece> asked, TrackingResult.Builder result) {
        List<DhlExpressWire.Piece> pieces = WireJson.list(shipment.pieces());
        Optional<DhlExpressWire.Piece> piece =
                asked.or(() -> pieces.size() == 1 ? Optional.of(pieces.get(0)) : Optional.empty());
        String units = piece.map(DhlExpressWire.Piece::unitOfMeasurements)
                .or(() -> Optional.ofNullable(shipment.unitOfMeasurements()))
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        Optional<Weight.Unit> weightUnit = switch (units) {
            case "metric" -> Optional.of(Weight.Unit.KG);
            case "imperial" -> Optional.of(Weight.Unit.LB);
            default -> Optional.empty();
        };
        Optional<Dimensions.Unit> sizeUnit =
                weightUnit.map(unit -> unit == Weight.Unit.KG ? Dimensions.Unit.CM : Dimensions.Unit.IN);
        Optional<String> weight = asked.isPresent()
                ? asked.flatMap(one -> WireText.first(one.actualWeight(), one.weight()))
                : WireText.text(shipment.totalWeight())
                        .or(() -> piece.flatMap(one -> WireText.first(one.actualWeight(), one.weight())));
        result.weight(
                weightUnit.flatMap(unit -> weight.flatMap(WireText::decimal).map(value -> new Weight(value, unit))));
        result.dimensions(piece.flatMap(
                one -> sizes(one.actualDimensions(), sizeUnit).or(() -> sizes(one.dimensions(), sizeUnit))));
    }

    private static Optional<Dimensions> sizes(DhlExpressWire.@Nullable Sizes sizes, Optional<Dimensions.Unit> unit) {
        return sizes == null
                ? Optional.empty()
                : DhlWireRead.dimensions(sizes.length(), sizes.width(), sizes.height(), unit);
    }

    private static void numbers(
            DhlExpressWire.Shipment shipment, TrackingNumber number, TrackingResult.Builder result) {
        for (DhlExpressWire.Reference reference : WireJson.list(shipment.shipperReferences())) {
            WireText.text(reference.value())
                    .ifPresent(value -> result.addReferences(Reference.builder()
                            .type(WireText.text(reference.typeCode())
                                    .orElse("reference")
                                    .toLowerCase(Locale.ROOT))
                            .value(value)
                            .build()));
        }
        WireText.text(shipment.shipmentTrackingNumber())
                .filter(waybill -> !DhlExpressFound.same(waybill, number.value()))
                .ifPresent(waybill -> result.addAssociatedNumbers(other("shipment", waybill)));
        for (DhlExpressWire.Piece piece : WireJson.list(shipment.pieces())) {
            WireText.text(piece.trackingNumber())
                    .filter(id -> !DhlExpressFound.same(id, number.value()))
                    .ifPresent(id -> result.addAssociatedNumbers(other("piece", id)));
        }
        for (String child : WireJson.list(shipment.childrenShipmentIdentificationNumbers())) {
            WireText.text(child).ifPresent(id -> result.addAssociatedNumbers(other("child_shipment", id)));
        }
    }

    private static AssociatedNumber other(String type, String number) {
        return AssociatedNumber.builder().type(type).number(number).build();
    }
}
