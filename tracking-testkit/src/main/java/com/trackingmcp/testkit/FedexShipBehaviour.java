package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What FedEx's Ship API answers: labels for what it sold, and whether it took one back. */
final class FedexShipBehaviour {
    static final String SHIP = "/ship/v1/shipments";
    static final String CANCEL = "/ship/v1/shipments/cancel";

    private static final int MOST_PARCELS = 30;
    private static final Set<String> ANSWERS = Set.of("LABEL", "URL_ONLY");
    private static final Set<String> IMAGES = Set.of("PDF", "PNG", "ZPLII", "EPL2");
    private static final Set<String> PAYERS = Set.of("SENDER", "RECIPIENT", "THIRD_PARTY", "COLLECT");

    private static final Set<String> AMERICAN = Set.of("US", "CA");

    private final ShipmentBook sold;
    private final DeskBook desk;

    FedexShipBehaviour(ShipmentBook sold, DeskBook desk) {
        this.sold = sold;
        this.desk = desk;
    }

    ObjectNode ship(JsonNode body) throws FedexRefusal {
        FedexOrder order = new FedexOrder(body);
        JsonNode shipment = order.shipment();
        order.account();
        order.oneOf(body, "labelResponseOptions", ANSWERS, "LABELRESPONSEOPTIONS.VALUE.INVALID");
        order.pickup();
        order.party("SHIPPER", shipment.path("shipper"));
        order.party("RECIPIENT", shipment.path("recipients").path(0));
        order.text(shipment, "serviceType", "SERVICETYPE.VALUE.INVALID");
        order.text(shipment, "packagingType", "PACKAGINGTYPE.VALUE.INVALID");
        order.parcels(MOST_PARCELS);
        payment(order);
        label(order);
        customs(order);
        List<SandboxPaper> papers = papers(order);
        order.conclude();
        FedexService service = service(shipment);
        LocalDate shipped = shipped(shipment);
        SandboxShipment bought =
                sold.sell("fedex", Family.FEDEX, order.parcelCount(), service.name(), references(shipment));
        desk.ship(bought, shipped);
        papers.forEach(paper -> paper.attach(bought.id()));
        ObjectNode output = Json.object();
        output.putArray("transactionShipments").add(answer(order, service, shipped, bought));
        return output;
    }

    private static void payment(FedexOrder order) {
        JsonNode payment = order.shipment().path("shippingChargesPayment");
        order.oneOf(payment, "paymentType", PAYERS, "PAYMENTTYPE.VALUE.INVALID");
        String account = payment.path("payor")
                .path("responsibleParty")
                .path("accountNumber")
                .path("value")
                .asText("");
        boolean sender = payment.path("paymentType").asText("").equals("SENDER");
        if (sender && !account.isEmpty() && !account.equals(SandboxSettings.FEDEX_ACCOUNT)) {
            order.refuse(
                    "ACCOUNT.NUMBER.MISMATCH",
                    "When payment Type is SENDER, ShippingChargesPayment Payor AccountNumber should match the shipper"
                            + " account number.");
        }
        if (!sender && account.isEmpty()) {
            order.refuse("PAYOR.ACCOUNTNUMBER.REQUIRED", "The payor's account number is required.");
        }
    }

    private static void label(FedexOrder order) {
        JsonNode label = order.shipment().path("labelSpecification");
        order.oneOf(label, "imageType", IMAGES, "LABELSPECIFICATION.IMAGETYPE.INVALID");
        String image = label.path("imageType").asText("");
        boolean thermal = image.equals("ZPLII") || image.equals("EPL2");
        if (!label.path("labelStockType").asText("").startsWith(thermal ? "STOCK_" : "PAPER_")) {
            order.refuse("LABELSPECIFICATION.LABELSTOCKTYPE.INVALID", "The stock does not go with the image type.");
        }
    }

    private static void customs(FedexOrder order) {
        JsonNode shipment = order.shipment();
        String from =
                shipment.path("shipper").path("address").path("countryCode").asText();
        String to = shipment.path("recipients")
                .path(0)
                .path("address")
                .path("countryCode")
                .asText();
        JsonNode customs = shipment.path("customsClearanceDetail");
        // between other countries there may be no customs
        boolean border = !from.equals(to) && (AMERICAN.contains(from) || AMERICAN.contains(to));
        if (border && !customs.path("commodities").has(0)) {
            order.refuse("CUSTOMSCLEARANCEDETAIL.COMMODITIES.REQUIRED", "Commodities are required across borders.");
        }
        for (JsonNode goods : customs.path("commodities")) {
            order.text(goods, "description", "COMMODITY.DESCRIPTION.REQUIRED");
        }
    }

    /** Those it names that were uploaded before. */
    private List<SandboxPaper> papers(FedexOrder order) {
        JsonNode services = order.shipment().path("shipmentSpecialServices");
        boolean electronic = services.path("specialServiceTypes").toString().contains("ELECTRONIC_TRADE_DOCUMENTS");
        List<SandboxPaper> papers = new ArrayList<>();
        for (JsonNode named : services.path("etdDetail").path("attachedDocuments")) {
            Optional<SandboxPaper> paper =
                    desk.paper("fedex", named.path("documentId").asText());
            paper.ifPresent(papers::add);
            if (paper.isEmpty() || !electronic) {
                order.refuse("ETDDETAIL.DOCUMENTID.INVALID", "The document id is not valid.");
            }
        }
        return papers;
    }

    private static FedexService service(JsonNode shipment) throws FedexRefusal {
        String from =
                shipment.path("shipper").path("address").path("countryCode").asText();
        String to = shipment.path("recipients")
                .path(0)
                .path("address")
                .path("countryCode")
                .asText();
        boolean hub = shipment.path("smartPostInfoDetail").has("hubId");
        return FedexService.of(shipment.path("serviceType").asText())
                .filter(service -> service.canBeSold(from, to, hub))
                .orElseThrow(() -> new FedexRefusal(
                        "SERVICE.PACKAGECOMBINATION.INVALID", "The service is not available for this shipment."));
    }

    private static List<String> references(JsonNode shipment) {
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode item : shipment.path("requestedPackageLineItems")) {
            item.path("customerReferences")
                    .forEach(reference -> all.add(reference.path("value").asText()));
        }
        return new ArrayList<>(all);
    }

    /** What is past silently becomes today. */
    private LocalDate shipped(JsonNode shipment) throws FedexRefusal {
        LocalDate today = LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC);
        LocalDate asked = FedexAsk.day(shipment, "shipDatestamp", today);
        return asked.isBefore(today) ? today : asked;
    }

    private ObjectNode answer(FedexOrder order, FedexService service, LocalDate shipped, SandboxShipment bought) {
        JsonNode shipment = order.shipment();
        LocalDate delivery = service.delivery(shipped, FedexRateBehaviour.saturday(shipment));
        FedexTariff paid = new FedexTariff(service, order, true, "USD");
        ObjectNode answer = Json.object();
        answer.put("masterTrackingNumber", bought.id()).put("serviceType", service.name());
        answer.put("serviceName", service.title()).put("serviceCategory", service.isGround() ? "GROUND" : "EXPRESS");
        answer.put("shipDatestamp", shipped.toString());
        ArrayNode pieces = answer.putArray("pieceResponses");
        for (String number : bought.numbers()) {
            pieces.add(piece(shipment, service, bought, number, delivery, paid));
        }
        if (shipment.path("shippingDocumentSpecification")
                .path("shippingDocumentTypes")
                .toString()
                .contains("COMMERCIAL_INVOICE")) {
            answer.putArray("shipmentDocuments")
                    .addObject()
                    .put("contentType", "COMMERCIAL_INVOICE")
                    .put("docType", "PDF")
                    .put("copiesToPrint", 3)
                    .put("encodedLabel", Papers.pdf("Commercial invoice " + bought.id()));
        }
        answer.set("completedShipmentDetail", completed(order, service, bought, delivery, paid));
        return answer;
    }

    /** As in real answers the net charge of a piece is 0, and what is meant stands in a field nobody described. */
    private static ObjectNode piece(
            JsonNode shipment,
            FedexService service,
            SandboxShipment bought,
            String number,
            LocalDate delivery,
            FedexTariff paid) {
        int place = bought.numbers().indexOf(number);
        ObjectNode piece = Json.object();
        piece.put("masterTrackingNumber", bought.id()).put("trackingNumber", number);
        piece.put("packageSequenceNumber", place + 1).put("trackingIdType", "FEDEX");
        piece.put("serviceCategory", service.isGround() ? "GROUND" : "EXPRESS");
        piece.put("netChargeAmount", 0).put("deliveryTimestamp", "");
        piece.put("netRateAmount", paid.net(bought.numbers().size()));
        piece.put("deliveryDatestamp", delivery.toString());
        String image = shipment.path("labelSpecification").path("imageType").asText();
        ObjectNode label = piece.putArray("packageDocuments").addObject();
        label.put("contentType", "LABEL").put("docType", image).put("copiesToPrint", 1);
        label.put("encodedLabel", print(image, number));
        JsonNode references =
                shipment.path("requestedPackageLineItems").path(place).path("customerReferences");
        if (references.isArray()) {
            piece.set("customerReferences", references);
        }
        return piece;
    }

    private static String print(String image, String number) {
        return switch (image) {
            case "PNG" -> LabelPrinter.png("FedEx", number);
            case "ZPLII" -> LabelPrinter.zpl("FedEx", number);
            case "EPL2" -> LabelPrinter.epl("FedEx", number);
            default -> LabelPrinter.pdf("FedEx", number);
        };
    }

    private static ObjectNode completed(
            FedexOrder order, FedexService service, SandboxShipment bought, LocalDate delivery, FedexTariff paid) {
        ObjectNode completed = Json.object();
        completed.put("usDomestic", !order.shipment().has("customsClearanceDetail"));
        completed.put("carrierCode", service.isGround() ? "FDXG" : "FDXE");
        completed.put("packagingDescription", "Customer Packaging");
        completed
                .putObject("masterTrackingId")
                .put("trackingIdType", "FEDEX")
                .put("formId", "0201")
                .put("trackingNumber", bought.id());
        completed
                .putObject("operationalDetail")
                .put("transitTime", service.transit())
                .put("deliveryDate", delivery.toString())
                .put("commitDate", delivery.toString());
        ObjectNode rating = completed.putObject("shipmentRating").put("actualRateType", "PAYOR_ACCOUNT_SHIPMENT");
        rating.putArray("shipmentRateDetails")
                .add(new FedexTariff(service, order, false, "USD").sold("PAYOR_LIST_SHIPMENT"))
                .add(paid.sold("PAYOR_ACCOUNT_SHIPMENT"));
        return completed;
    }

    /** What was cancelled before, or has been picked up, is refused inside a 200. */
    ObjectNode cancel(JsonNode body) throws FedexRefusal {
        FedexOrder order = new FedexOrder(body);
        order.account();
        order.text(body, "trackingNumber", "TRACKINGNUMBER.ENTERED.INVALID");
        order.conclude();
        String number = body.path("trackingNumber").asText();
        Optional<SandboxShipment> meant = sold.find("fedex", number);
        if (meant.isEmpty()) {
            throw new FedexRefusal("TRACKINGNUMBER.ENTERED.INVALID", "The tracking number is not valid.");
        }
        SandboxShipment shipment = meant.get();
        boolean all = body.path("deletionControl").asText("").equals("DELETE_ALL_PACKAGES");
        List<String> numbers = new ArrayList<>(all ? shipment.numbers() : List.of(number));
        if (all) {
            numbers.removeAll(shipment.cancelled());
        }
        boolean cancelled = shipment.cancel(numbers);
        ObjectNode output = Json.object();
        output.put("cancelledShipment", cancelled).put("cancelledHistory", cancelled);
        // message by the description
        return output.put(
                "successMessage",
                cancelled
                        ? "Shipment is successfully cancelled"
                        : "Unable to cancel: the shipment is not open any more");
    }
}
