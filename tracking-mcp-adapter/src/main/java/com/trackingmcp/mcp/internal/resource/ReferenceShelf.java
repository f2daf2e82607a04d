package com.trackingmcp.mcp.internal.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.internal.tool.ErrorAnswers;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.TrackingStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Codes and what they mean: the same whoever is connected. Stateless. */
final class ReferenceShelf implements Shelf {
    private static final String ROOT = "tracking://reference/";
    private static final String JSON = "application/json";

    private static final List<Table> TABLES = List.of(
            new Table("countries", "Countries", "ISO 3166-1 alpha-2 codes", ReferenceShelf::countries),
            new Table("status-codes", "Status codes", "Where a parcel may stand", ReferenceShelf::statuses),
            new Table("incoterms", "Incoterms", "Who pays and risks what on the way", ReferenceShelf::incoterms),
            new Table("errors", "Errors", "Every error code and what to do about it", ReferenceShelf::errors));

    /** One table of codes. */
    private record Table(String name, String title, String description, Supplier<String> text) {}

    @Override
    public List<Entry> entries(Caller caller) {
        return TABLES.stream()
                .map(table -> new Entry(ROOT + table.name(), table.name(), table.title(), table.description(), JSON))
                .toList();
    }

    @Override
    public List<Template> templates() {
        return List.of();
    }

    @Override
    public Optional<Content> read(String uri, Caller caller) {
        return TABLES.stream()
                .filter(table -> uri.equals(ROOT + table.name()))
                .findFirst()
                .map(table -> new Text(JSON, table.text().get()));
    }

    @Override
    public List<String> complete(String template, String variable, String begun, Map<String, String> known) {
        return List.of();
    }

    private static String countries() {
        return Json.list(
                        Stream.of(Locale.getISOCountries())
                                .sorted(Comparator.naturalOrder())
                                .toList(),
                        code -> Json.object()
                                .put("code", code)
                                .put("name", new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
                .toString();
    }

    private static String statuses() {
        return Json.list(
                        List.of(TrackingStatus.values()),
                        status -> Json.object()
                                .put("code", status.word())
                                .put("meaning", meaning(status))
                                .put("final", status.isFinal()))
                .toString();
    }

    private static String meaning(TrackingStatus status) {
        return switch (status) {
            case LABEL_CREATED -> "The carrier knows the shipment's data but has not seen the parcel yet.";
            case PICKED_UP -> "The carrier has taken the parcel over from the sender.";
            case IN_TRANSIT -> "The parcel is moving through the network; also after customs released it.";
            case CUSTOMS -> "The parcel is being cleared by customs, or customs wait for papers about it.";
            case OUT_FOR_DELIVERY -> "The parcel is on the vehicle that delivers it.";
            case AVAILABLE_FOR_PICKUP -> "The parcel waits for its recipient in a shop, a locker or a depot.";
            case DELIVERY_ATTEMPTED -> "Delivery was tried without success; another try or a collection follows.";
            case DELIVERED -> "The recipient, or somebody or some place for the recipient, has the parcel.";
            case EXCEPTION ->
                "Something went wrong, such as damage, a wrong address or a delay; it may still be delivered.";
            case ON_HOLD -> "The carrier keeps the parcel until somebody acts: a payment, an instruction, a later day.";
            case RETURNING -> "The parcel is on its way back to the sender, or will be.";
            case RETURNED -> "The sender has the parcel back.";
            case CANCELLED -> "The shipment was voided or called off; the parcel will not be moved.";
            case UNKNOWN -> "The carrier said nothing, or something that no published table explains.";
        };
    }

    private static String incoterms() {
        return Json.list(
                        List.of(Incoterm.values()),
                        term -> Json.object().put("code", term.word()).put("meaning", meaning(term)))
                .toString();
    }

    private static String meaning(Incoterm term) {
        return switch (term) {
            case EXW -> "Ex works.";
            case FCA -> "Free carrier.";
            case CPT -> "Carriage paid to.";
            case CIP -> "Carriage and insurance paid to.";
            case DPU -> "Delivered at place unloaded.";
            case DAP -> "Delivered at place: the recipient pays duties and taxes.";
            case DDP -> "Delivered duty paid: the sender pays duties and taxes.";
            case FAS -> "Free alongside ship.";
            case FOB -> "Free on board.";
            case CFR -> "Cost and freight.";
            case CIF -> "Cost, insurance and freight.";
            case DAF -> "Delivered at frontier (2000).";
            case DAT -> "Delivered at terminal (2010).";
            case DDU -> "Delivered duty unpaid (2000).";
            case DEQ -> "Delivered ex quay (2000).";
            case DES -> "Delivered ex ship (2000).";
        };
    }

    private static String errors() {
        return Json.list(List.of(ErrorCode.values()), ReferenceShelf::error).toString();
    }

    private static ObjectNode error(ErrorCode code) {
        return Json.object()
                .put("code", code.id())
                .put("name", code.name())
                .put("category", code.category().name().toLowerCase(Locale.ROOT))
                .put("title", code.title())
                .put("fix", ErrorAnswers.fix(code));
    }
}
