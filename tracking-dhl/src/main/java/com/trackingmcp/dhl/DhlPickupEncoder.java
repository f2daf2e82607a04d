package com.trackingmcp.dhl;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Weight;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pickup. Stateless.
 *
 * <p>The weight of alike parcels is shared out evenly, rounded up. Parcels that go to another country are told as declarable
 * and others are not, but where the option {@code dhl_declarable} says so: DHL asks, and documents, or goods that stay in one
 * customs union, are not. The reference travels as the remark, for MyDHL's pickups have no place for one. MyDHL takes one
 * waybill a line: tracking numbers are sent where there is one for each.
 */
final class DhlPickupEncoder {
    static final int MOST_LINES = 4;
    static final int LONGEST_LINE = 80;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String WAYBILL = "\\d{10,11}";

    private DhlPickupEncoder() {}

    /**
     * A request that was checked.
     *
     * @param changed the number of the pickup that is to be changed; null for a new one
     */
    static DhlPickupWire.Booking encode(
            PickupRequest request, String account, OffsetDateTime ready, @Nullable String changed) {
        Address address = request.address().orElseThrow();
        return new DhlPickupWire.Booking(
                changed,
                changed == null ? null : account,
                DhlOrigins.written(ready),
                CLOCK.format(request.closeTime().orElseThrow()),
                DhlParties.filled(request.placeAtAddress()).orElse(null),
                address.residential()
                        .map(home -> home ? "residence" : "business")
                        .orElse(null),
                List.of(new DhlBody.Account("shipper", account)),
                instructions(request),
                remark(request),
                new DhlPickupWire.Parties(DhlParties.host(address)),
                shipped(request));
    }

    private static @Nullable List<DhlPickupWire.Instruction> instructions(PickupRequest request) {
        List<DhlPickupWire.Instruction> lines =
                DhlParties.filled(request.instructions()).map(DhlPickupEncoder::lines).orElse(List.of()).stream()
                        .distinct()
                        .map(DhlPickupWire.Instruction::new)
                        .toList();
        return lines.isEmpty() ? null : lines;
    }

    /** A text in lines that DHL takes, broken between words; a word that is longer than a line in its middle. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip().replaceAll("\\s+", " ");
        while (rest.length() > LONGEST_LINE) {
            int blank = rest.lastIndexOf(' ', LONGEST_LINE);
            int end = blank > 0 ? blank : LONGEST_LINE;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    private static @Nullable String remark(PickupRequest request) {
        Optional<String> remark = DhlOptions.of(request).text(DhlOptions.REMARK);
        String text = Stream.of(DhlParties.filled(request.reference()), remark)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? null : text;
    }

    private static List<DhlPickupWire.Shipped> shipped(PickupRequest request) {
        List<PickupPiece> pieces = request.pieces();
        List<String> numbers = request.trackingNumbers();
        boolean told = numbers.size() == pieces.size() && numbers.stream().allMatch(number -> number.matches(WAYBILL));
        List<DhlPickupWire.Shipped> shipped = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            PickupPiece piece = pieces.get(i);
            DhlMeasures measures = DhlMeasures.of(piece);
            shipped.add(new DhlPickupWire.Shipped(
                    piece.service().orElseThrow(),
                    isDeclarable(piece, request),
                    measures.word(),
                    told ? numbers.get(i) : null,
                    packages(piece, measures)));
        }
        return shipped;
    }

    private static boolean isDeclarable(PickupPiece piece, PickupRequest request) {
        DhlOptions options = DhlOptions.of(request);
        boolean leaves = piece.destinationCountry()
                .filter(country -> !request.address().flatMap(Address::country).equals(Optional.of(country)))
                .isPresent();
        return options.has(DhlOptions.DECLARABLE) ? options.flag(DhlOptions.DECLARABLE) : leaves;
    }

    private static List<DhlBody.Packed> packages(PickupPiece piece, DhlMeasures measures) {
        int quantity = piece.quantity().orElseThrow();
        Weight all = piece.weight().orElseThrow();
        return Collections.nCopies(
                quantity,
                new DhlBody.Packed(
                        piece.packaging().orElse(null),
                        measures.share(all, quantity),
                        piece.dimensions().map(measures::sizes).orElse(null),
                        null,
                        null,
                        null));
    }
}
