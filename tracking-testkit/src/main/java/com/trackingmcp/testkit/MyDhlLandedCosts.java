package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * MyDHL's landed costs, by the {@link DutyTable}: in the currency asked for, which is that of all goods. Stateless.
 *
 * <p>As in DHL's sample no weight comes with the product, and the value that is taxed comes without a kind. Clearing is a
 * fee, or the service {@code DD} where DHL is to pay duties and taxes.
 */
final class MyDhlLandedCosts {
    private final JsonNode body;
    private final String currency;
    private final String country;
    private final ObjectNode answer = Json.object();
    private final ObjectNode product = Json.object();
    private final ArrayNode items = Json.array();
    private BigDecimal goods = BigDecimal.ZERO;
    private BigDecimal duties = BigDecimal.ZERO;
    private BigDecimal taxes = BigDecimal.ZERO;

    private MyDhlLandedCosts(JsonNode body) {
        this.body = body;
        this.currency = body.path("currencyCode").asText();
        this.country = body.at("/customerDetails/receiverDetails/countryCode").asText();
    }

    static SandboxResponse quote(SandboxRequest request) {
        JsonNode body = Json.read(request.body());
        Optional<SandboxResponse> invalid = MyDhlShop.invalid(request, MyDhlDeskForms.LANDED_COST, body);
        if (invalid.isPresent()) {
            return invalid.get();
        }
        if (!MyDhlDesk.isBillable(body)) {
            return MyDhlShop.bad(
                    request, "The account number is not found or invalid. Please check the account number and retry.");
        }
        for (JsonNode party : body.path("customerDetails")) {
            boolean served = MyDhlAreas.isServed(
                    party.path("countryCode").asText(), party.path("postalCode").asText());
            if (!served) {
                return MyDhlShop.bad(request, "Requested product(s) not available at origin");
            }
        }
        return MyDhlWire.answer(request, 200, new MyDhlLandedCosts(body).render());
    }

    private ObjectNode render() {
        for (JsonNode item : body.path("items")) {
            item(item);
        }
        boolean paid = body.path("isDTPRequested").asBoolean();
        BigDecimal freight = added("freight");
        BigDecimal insurance = added("insurance");
        BigDecimal fees = paid ? BigDecimal.ZERO : DutyTable.BROKERAGE;
        BigDecimal total =
                goods.add(freight).add(insurance).add(duties).add(taxes).add(DutyTable.BROKERAGE);
        if (body.has("productCode")) {
            product.put("productCode", body.path("productCode").asText());
        }
        product.putArray("totalPrice")
                .addObject()
                .put("priceCurrency", currency)
                .put("price", total);
        ObjectNode detail =
                product.putArray("detailedPriceBreakdown").addObject().put("priceCurrency", currency);
        ArrayNode lines = detail.putArray("breakdown");
        lines.add(line("SINSV", insurance));
        lines.add(line("MFCHG", freight));
        lines.add(line("SCUSV", goods));
        if (paid) {
            lines.add(line("Duty Tax Paid", DutyTable.BROKERAGE).put("serviceCode", "DD"));
        }
        lines.add(line("TOTAL DUTIES", duties).put("typeCode", "DUTY"));
        lines.add(line("TOTAL TAXES", taxes).put("typeCode", "TAX"));
        lines.add(line("TOTAL FEES", fees).put("typeCode", "FEE"));
        if (!paid) {
            lines.add(line("IMPORT_PROCESSING_CHARGE", fees).put("typeCode", "FEE"));
        }
        product.set("items", items);
        answer.putArray("products").add(product);
        return answer;
    }

    private void item(JsonNode item) {
        BigDecimal value = decimal(item.path("unitPrice")).multiply(decimal(item.path("quantity")));
        goods = goods.add(value);
        int number = item.path("number").asInt();
        ObjectNode told = items.addObject().put("number", number);
        Optional<BigDecimal> duty =
                DutyTable.duty(item.path("commodityCode").asText().replace(".", ""), value);
        ArrayNode lines = told.putArray("breakdown");
        if (duty.isEmpty()) {
            ArrayNode warnings = answer.withArray("warnings");
            warnings.add("200204: #/items/number:" + number + "/ The landed cost cannot be estimated for this item.");
            return;
        }
        BigDecimal tax = DutyTable.tax(country, value, duty.get());
        duties = duties.add(duty.get());
        taxes = taxes.add(tax);
        lines.add(line("CIF", value));
        lines.add(line("DUTY", duty.get()).put("typeCode", "DUTY"));
        lines.add(line("VAT", tax).put("typeCode", "TAX"));
    }

    private BigDecimal added(String type) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode charge : body.path("charges")) {
            if (charge.path("typeCode").asText().equals(type)) {
                sum = sum.add(decimal(charge.path("amount")));
            }
        }
        return sum;
    }

    private static BigDecimal decimal(JsonNode number) {
        return new BigDecimal(number.asText("0"));
    }

    private ObjectNode line(String name, BigDecimal price) {
        return Json.object().put("name", name).put("price", price).put("priceCurrency", currency);
    }
}
