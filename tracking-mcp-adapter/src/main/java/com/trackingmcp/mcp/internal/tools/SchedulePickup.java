package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import com.trackingmcp.mcp.internal.confirm.Deed;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Has parcels fetched. */
final class SchedulePickup implements Tool {
    private static final String NO_PRICE = "not told beforehand";

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "schedule_pickup",
            "Schedule a pickup",
            "Books a driver to fetch parcels, which mostly costs money: asks for confirmation first. Keep the answer for"
                    + " cancel_pickup.",
            Hints.SPENDS,
            Schema.ofAll(PickupArguments.forBooking(), Confirmations.inputs()),
            Schema.ofAll(
                    Confirmations.outputs(),
                    List.of(
                            Field.text("carrier", ""),
                            Field.text("confirmation_number", ""),
                            Field.text("date", ""),
                            Field.text("ready_time", ""),
                            Field.text("close_time", ""),
                            Field.text("price", ""),
                            Field.text("currency", ""),
                            Field.text("location_code", ""),
                            Field.texts("details", "", 20),
                            Notes.field())),
            "pickups.schedule");
    private static final FieldNames NAMES = PickupArguments.names(SPEC);

    private final Workbench bench;

    SchedulePickup(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        PickupRequest request = PickupArguments.read(call.arguments(), check);
        NAMES.add(bench.client().get().pickups().check(request), check);
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        return NAMES.told(() -> {
            PickupRequest request = NAMES.read(check -> PickupArguments.read(call.arguments(), check));
            return bench.confirmations().decide(this, call, new Booking(call, request));
        });
    }

    /** One pickup that is about to be booked; the next may be like it, and is another. */
    private final class Booking implements Deed {
        private final ToolCall call;
        private final PickupRequest request;

        Booking(ToolCall call, PickupRequest request) {
            this.call = call;
            this.request = request;
        }

        @Override
        public Terms terms() {
            String price = price();
            String question = "Book a pickup with " + request.carrier().orElse("the carrier") + " on "
                    + request.date().orElseThrow() + ", "
                    + request.readyTime().orElseThrow() + " to "
                    + request.closeTime().orElseThrow() + " local time.\nWhere: "
                    + AddressView.line(request.address().orElseThrow()) + "\nParcels: " + request.quantity()
                    + request.pieces().stream()
                            .flatMap(piece -> piece.weight().stream())
                            .map(weight -> ", " + weight + " together")
                            .collect(Collectors.joining())
                    + "\nPrice: " + price
                    + "\nA driver comes once it is booked; calling it off later is not always possible.";
            return new Terms(question, "");
        }

        /** What the carrier would charge, where it tells; a time that it would refuse is refused here. */
        private String price() {
            List<PickupQuote> quotes;
            try {
                quotes = bench.client().get().pickups().quote(request);
            } catch (CarrierException e) {
                if (isBookable(e)) {
                    return NO_PRICE;
                }
                throw e;
            }
            String prices = quotes.stream()
                    .filter(quote ->
                            quote.date().equals(request.date()) || quote.date().isEmpty())
                    .flatMap(quote -> quote.price().stream())
                    .distinct()
                    .limit(3)
                    .map(Object::toString)
                    .collect(Collectors.joining(" or "));
            return prices.isEmpty() ? NO_PRICE : prices;
        }

        /** A pickup whose price nobody tells may be booked all the same, such as one with options that have none. */
        private static boolean isBookable(CarrierException failure) {
            return switch (failure.code()) {
                case CAPABILITY_NOT_SUPPORTED,
                        ACCESS_DENIED,
                        REQUEST_REFUSED,
                        MISSING_REQUIRED_FIELDS,
                        MALFORMED_REQUEST -> true;
                default ->
                    failure.code().category() == ErrorCode.Category.CARRIER
                            && failure.code() != ErrorCode.PICKUP_TIMING;
            };
        }

        @Override
        public ToolAnswer act(Optional<String> basis) {
            PickupConfirmation booked = bench.client().get().pickups().schedule(request);
            Owners.booked(bench, call.caller(), booked);
            ObjectNode json = Confirmations.done();
            PickupView.put(json, booked);
            Json.put(json, "location_code", booked.locationCode());
            Pairs.put(json, "details", booked.details());
            Notes.put(json, booked.alerts());
            return ToolAnswer.of(
                    json,
                    "Booked: " + PickupView.line(booked)
                            + booked.locationCode()
                                    .map(code -> "\nLocation code: " + code)
                                    .orElse("")
                            + "\nTo call it off: cancel_pickup with confirmation_number, date and, where told,"
                            + " location_code and details."
                            + Notes.lines(booked.alerts()));
        }
    }
}
