package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** What FedEx's Rate API estimates of duties and taxes for who asks: by {@link DutyTable}, for goods that cross a border. */
final class FedexDuties {
    private FedexDuties() {}

    static boolean areWanted(JsonNode body) {
        return body.path("requestedShipment").path("edtRequestType").asText().equals("ALL");
    }

    /** Adds the estimate to what one tariff costs; a tax each, with the code of the goods it is levied on. */
    static void add(ObjectNode rated, JsonNode shipment) {
        String from =
                shipment.path("shipper").path("address").path("countryCode").asText();
        String to =
                shipment.path("recipient").path("address").path("countryCode").asText();
        if (from.equals(to)) {
            return;
        }
        ArrayNode charges = Json.array();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode goods : shipment.path("customsClearanceDetail").path("commodities")) {
            String code = goods.path("harmonizedCode").asText("");
            BigDecimal value = goods.path("customsValue").path("amount").decimalValue();
            Optional<BigDecimal> duty = DutyTable.duty(code, value);
            if (duty.isPresent()) {
                BigDecimal tax = DutyTable.tax(to, value, duty.get());
                charges.add(charge(code, "DUTY", "Duty", duty.get(), value));
                charges.add(charge(code, "GENERAL_SALES_TAX", "Sales tax", tax, value.add(duty.get())));
                sum = sum.add(duty.get()).add(tax);
            }
        }
        rated.set("edtCharges", charges);
        rated.putArray("ancillaryFeesAndTaxes")
                .addObject()
                .put("type", "CLEARANCE_ENTRY_FEE")
                .put("description", "Clearance entry fee")
                .put("amount", DutyTable.BROKERAGE);
        BigDecimal all = sum.add(DutyTable.BROKERAGE);
        rated.put("totalDutiesAndTaxes", sum).put("totalAncillaryFeesAndTaxes", DutyTable.BROKERAGE);
        rated.put("totalDutiesTaxesAndFees", all);
        rated.put(
                "totalNetChargeWithDutiesAndTaxes",
                rated.path("totalNetCharge").decimalValue().add(all));
    }

    private static ObjectNode charge(String code, String type, String name, BigDecimal amount, BigDecimal value) {
        ObjectNode charge = Json.object();
        if (!code.isEmpty()) {
            charge.put("harmonizedCode", code);
        }
        charge.putObject("edtTaxDetail")
                .put("edtTaxType", type)
                .put("name", name)
                .put("description", name)
                .put("amount", amount)
                .put("taxableValue", value);
        return charge;
    }
}
