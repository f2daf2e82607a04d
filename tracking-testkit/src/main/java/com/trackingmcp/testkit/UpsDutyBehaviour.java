package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.testkit.UpsRefusal.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * UPS's Landed Cost API in the sandbox, by the {@link DutyTable}. Stateless. Names are spelled as in UPS's own example, which
 * is not how its description spells them. What cannot be estimated is told in an answer with a good status.
 */
final class UpsDutyBehaviour {
    static final String PATH = "/api/landedcost/v1/quotes";
    private static final int MOST_LINES = 99;
    private static final String NOWHERE = "AQ";
    private static final String NO_DUTY = "LC0017";
    private static final BigDecimal DISBURSEMENT = new BigDecimal("5.00");
    private static final Set<String> TERMS =
            Set.of("", "CFR", "CIF", "CIP", "CPT", "DAP", "DAT", "DDP", "DPU", "EXW", "FAS", "FCA", "FOB");
    private static final Set<String> TYPES =
            Set.of("", "GIFT", "COMMERCIAL", "SALE", "SAMPLE", "REPAIR", "RETURN", "OTHER");

    private UpsDutyBehaviour() {}

    static SandboxResponse answer(SandboxRequest request) {
        UpsBackOffice.require(request, List.of("transId", "transactionSrc"));
        JsonNode asked = Json.read(request.body());
        complain(problems(request, asked));
        JsonNode shipment = asked.path("shipment");
        ObjectNode body = Json.object();
        ObjectNode told = body.putObject("shipment");
        told.put("currencyCode", UpsJson.text(shipment.path("shipmentItems").path(0), "commodityCurrencyCode"));
        told.put("id", UpsJson.text(shipment, "id"));
        told.put("importCountryCode", UpsJson.text(shipment, "importCountryCode"));
        if (UpsJson.text(shipment, "importCountryCode").equals(NOWHERE)) {
            told.set("errors", error("LC0003", "The import country is not supported.", NOWHERE, "importCountryCode"));
        } else {
            estimate(shipment, told, asked.path("allowPartialLandedCostResult").asBoolean());
        }
        body.put("alversion", 1).put("transID", UpsJson.text(asked, "transID"));
        body.putObject("perfStats")
                .put("absLayerTime", "139")
                .put("fulfillTime", "0.25")
                .put("receiptTime", "0.11");
        return SandboxResponse.json(200, body);
    }

    private static void complain(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new UpsRefusal(problems.stream()
                    .map(problem -> new Problem("LC0001", problem))
                    .toList());
        }
    }

    private static List<String> problems(SandboxRequest request, JsonNode asked) {
        List<String> problems = new ArrayList<>();
        JsonNode shipment = asked.path("shipment");
        text(asked, "currencyCode", 3, problems);
        text(asked, "transID", 50, problems);
        text(shipment, "id", 100, problems);
        text(shipment, "importCountryCode", 2, problems);
        text(shipment, "exportCountryCode", 2, problems);
        if (!asked.path("alversion").isIntegralNumber()) {
            problems.add("alversion must be a number.");
        }
        if (UpsJson.text(shipment, "importCountryCode").equals(UpsJson.text(shipment, "exportCountryCode"))) {
            problems.add("Export country code must be different from the import country code.");
        }
        if (!TERMS.contains(UpsJson.text(shipment, "incoterms"))) {
            problems.add("Invalid incoterms.");
        }
        if (!TYPES.contains(UpsJson.text(shipment, "shipmentType").toUpperCase(Locale.ROOT))) {
            problems.add("Invalid shipmentType.");
        }
        String account = request.header("AccountNumber").orElse(SandboxSettings.UPS_ACCOUNT);
        if (!account.equals(SandboxSettings.UPS_ACCOUNT)) {
            problems.add("Invalid account number.");
        }
        JsonNode items = shipment.path("shipmentItems");
        if (!items.isArray() || items.isEmpty() || items.size() > MOST_LINES) {
            problems.add("shipmentItems must be 1 to 99.");
        }
        items.forEach(item -> item(item, items.path(0), problems));
        return problems;
    }

    private static void item(JsonNode item, JsonNode first, List<String> problems) {
        text(item, "commodityId", 100, problems);
        text(item, "commodityCurrencyCode", 3, problems);
        text(item, "originCountryCode", 2, problems);
        text(item, "UOM", 50, problems);
        if (!item.path("priceEach").isNumber() || !item.path("quantity").isIntegralNumber()) {
            problems.add("priceEach and quantity must be numbers.");
        }
        if (UpsJson.text(item, "hsCode").isEmpty()
                && UpsJson.text(item, "description").isEmpty()) {
            problems.add("hsCode or description is required.");
        }
        if (item.has("grossWeight") != item.has("grossWeightUnit")) {
            problems.add("grossWeight goes with grossWeightUnit.");
        }
        if (!item.path("commodityCurrencyCode").equals(first.path("commodityCurrencyCode"))) {
            problems.add("All commodities must have the same currency code.");
        }
    }

    private static void text(JsonNode node, String name, int longest, List<String> problems) {
        String text = UpsJson.text(node, name);
        if (text.isEmpty() || text.length() > longest) {
            problems.add("Missing or invalid " + name + ".");
        }
    }

    private static ObjectNode error(String code, String text, String value, String field) {
        return Json.object()
                .put("code", code)
                .put("description", text)
                .put("value", value)
                .put("field", field);
    }

    private static void estimate(JsonNode shipment, ObjectNode told, boolean partly) {
        String to = UpsJson.text(shipment, "importCountryCode");
        BigDecimal duties = BigDecimal.ZERO;
        BigDecimal taxes = BigDecimal.ZERO;
        ArrayNode lines = Json.array();
        for (int i = 0; i < shipment.path("shipmentItems").size(); i++) {
            JsonNode item = shipment.path("shipmentItems").path(i);
            BigDecimal value = UpsJson.number(item, "priceEach").multiply(UpsJson.number(item, "quantity"));
            String code = UpsJson.text(item, "hsCode");
            Optional<BigDecimal> duty = DutyTable.duty(code, value);
            BigDecimal tax =
                    duty.map(amount -> DutyTable.tax(to, value, amount)).orElse(BigDecimal.ZERO);
            lines.add(line(item, code, duty, tax));
            if (duty.isEmpty()) {
                String field = "shipment.shipmentItems[" + i + "].hsCode";
                told.set("errors", error(NO_DUTY, "The commodity cannot be classified.", code, field));
            }
            duties = duties.add(duty.orElse(BigDecimal.ZERO));
            taxes = taxes.add(tax);
        }
        if (!told.has("errors") || partly) {
            totals(told, duties, taxes);
            told.set("shipmentItems", lines);
        }
    }

    private static ObjectNode line(JsonNode item, String code, Optional<BigDecimal> duty, BigDecimal tax) {
        BigDecimal levied = duty.orElse(BigDecimal.ZERO);
        return Json.object()
                .put("commodityId", UpsJson.text(item, "commodityId"))
                .put("commodityDuty", levied)
                .put("totalCommodityTaxesAndFees", BigDecimal.ZERO)
                .put("commodityVAT", tax)
                .put("totalCommodityDutyandTax", levied.add(tax))
                .put("commodityCurrencyCode", UpsJson.text(item, "commodityCurrencyCode"))
                .put("isCalculable", duty.isPresent())
                .put("hsCode", code);
    }

    private static void totals(ObjectNode told, BigDecimal duties, BigDecimal taxes) {
        ArrayNode fees = told.putArray("brokerageFeeItems");
        fees.addObject().put("chargeName", "DisbursementFee").put("chargeAmount", DISBURSEMENT);
        fees.addObject()
                .put("chargeName", "EntryPreparationFee")
                .put("chargeAmount", DutyTable.BROKERAGE.subtract(DISBURSEMENT));
        told.put("totalBrokerageFees", DutyTable.BROKERAGE)
                .put("totalDuties", duties)
                .put("totalCommodityLevelTaxesAndFees", BigDecimal.ZERO)
                .put("totalShipmentLevelTaxesAndFees", BigDecimal.ZERO)
                .put("totalVAT", taxes)
                .put("totalDutyandTax", duties.add(taxes))
                .put("grandTotal", duties.add(taxes).add(DutyTable.BROKERAGE));
    }
}
