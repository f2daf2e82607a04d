package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * UPS's Pickup API in the sandbox. Pickups come on call, or as Smart Pickups to the account's address in Memphis: of these
 * there is one a day, so that a second wish gets the first one's number. A pickup of today costs more than one of another day;
 * what the account saves is told with sub-version 1707 and later.
 */
final class UpsPickupBehaviour {
    static final String PICKUPS = "/api/shipments/v2409/pickup/";
    static final String CREATION = "/api/pickupcreation/v2409/pickup";
    private static final String WIRE = "ups";
    private static final String SMART = "GPD";
    private static final BigDecimal TODAY = new BigDecimal("13.20");
    private static final BigDecimal ANOTHER_DAY = new BigDecimal("7.40");
    private static final BigDecimal FUEL = new BigDecimal("1.36");
    private static final BigDecimal AT_HOME = new BigDecimal("4.10");
    private static final BigDecimal ACCOUNT_PAYS = new BigDecimal("0.90");
    private static final BigDecimal VALUE_ADDED_TAX = new BigDecimal("0.19");
    private static final LocalTime LAST_FOR_TODAY = LocalTime.of(15, 0);
    private final DeskBook desk;

    UpsPickupBehaviour(DeskBook desk) {
        this.desk = desk;
    }

    SandboxResponse quote(SandboxRequest request) {
        if (!List.of("oncall", "smart", "both").contains(request.path().substring(PICKUPS.length()))) {
            throw refusal("Invalid pickup type");
        }
        JsonNode asked = Json.read(request.body()).path("PickupRateRequest");
        UpsPickupChecks.toPrice(asked, desk.clock());
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("PickupRateResponse");
        answer.set("Response", UpsJson.head(asked));
        answer.set("RateResult", price(asked, asked.has("ShipperAccount")));
        return SandboxResponse.json(200, body);
    }

    SandboxResponse book(SandboxRequest request) {
        JsonNode body = Json.read(request.body());
        if (body.has("PickupTriggerGWNRequest")) {
            return smart(body.path("PickupTriggerGWNRequest"));
        }
        JsonNode asked = body.path("PickupCreationRequest");
        UpsPickupChecks.toBook(asked, desk.clock());
        SandboxPickup pickup = desk.enter(new SandboxPickup(
                WIRE,
                "29TK%07d".formatted(desk.next()),
                "",
                UpsPickupChecks.date(asked),
                UpsPickupChecks.time(asked, "ReadyTime"),
                UpsPickupChecks.time(asked, "CloseTime"),
                UpsJson.many(asked.path("PickupPiece")).stream()
                        .mapToInt(piece -> UpsJson.number(piece, "Quantity").intValue())
                        .sum()));
        boolean rated = UpsJson.text(asked, "RatePickupIndicator").equals("Y");
        ObjectNode told = Json.object();
        ObjectNode answer = told.putObject("PickupCreationResponse");
        answer.set("Response", UpsJson.head(asked));
        answer.put("PRN", pickup.number());
        answer.set(
                "RateStatus",
                rated ? UpsJson.status("01", "Rate available") : UpsJson.status("04", "Rate not requested"));
        if (rated) {
            answer.set("RateResult", price(asked, asked.path("Shipper").has("Account")));
        }
        return SandboxResponse.json(200, told);
    }

    /** What the answer holds stands in its head, as in UPS's own example. */
    private SandboxResponse smart(JsonNode asked) {
        if (!UpsJson.text(asked, "AccountNumber").equals(SandboxSettings.UPS_ACCOUNT)) {
            throw refusal("The account is not enrolled for Smart Pickup");
        }
        boolean sameDay = UpsJson.text(asked, "ServiceDateOption").equals("01");
        LocalTime now = LocalTime.ofInstant(desk.clock().instant(), Place.MEMPHIS.zone());
        boolean tooLate = sameDay && !now.isBefore(LAST_FOR_TODAY);
        LocalDate day = UpsPickupChecks.today("US", desk.clock()).plusDays(sameDay && !tooLate ? 0 : 1);
        SandboxPickup pickup = open().stream()
                .filter(known -> isSmart(known) && known.date().equals(day))
                .findFirst()
                .orElse(null);
        boolean existing = pickup != null;
        if (pickup == null) {
            String number = SMART + "%08d".formatted(desk.next());
            LocalTime opens = LocalTime.of(9, 0);
            pickup = desk.enter(new SandboxPickup(WIRE, number, "", day, opens, opens.plusHours(8), 1));
        }
        ObjectNode body = Json.object();
        ObjectNode head = body.putObject("PickupTriggerGWNResponse").putObject("Response");
        head.setAll(UpsJson.head(asked));
        head.put("ServiceDate", DateTimeFormatter.BASIC_ISO_DATE.format(day));
        head.put("PRN", pickup.number());
        if (tooLate) {
            head.put("NextBusinessDayIndicator", "Y");
        }
        head.set("TriggerStatus", existing ? UpsJson.status("02", "EXISTING") : UpsJson.status("01", "NEW"));
        return SandboxResponse.json(200, body);
    }

    /** Those of today and tomorrow that are not done with. */
    SandboxResponse pending(SandboxRequest request) {
        if (!request.header("AccountNumber").orElse("").equals(SandboxSettings.UPS_ACCOUNT)) {
            throw refusal("Missing or invalid account");
        }
        String type = request.path().substring(PICKUPS.length());
        LocalDate today = UpsPickupChecks.today("US", desk.clock());
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("PickupPendingStatusResponse");
        answer.set("Response", UpsJson.head(Json.object()));
        ArrayNode told = answer.putArray("PendingStatus");
        for (SandboxPickup pickup : open()) {
            boolean asked = type.equals("both") || type.equals("smart") == isSmart(pickup);
            if (asked && !pickup.date().isBefore(today) && !pickup.date().isAfter(today.plusDays(1))) {
                told.add(status(pickup, pickup.date().equals(today)));
            }
        }
        return SandboxResponse.json(200, body);
    }

    private static ObjectNode status(SandboxPickup pickup, boolean today) {
        ObjectNode status = Json.object();
        status.put("PickupType", "01");
        status.put("ServiceDate", DateTimeFormatter.BASIC_ISO_DATE.format(pickup.date()));
        status.put("PRN", pickup.number());
        if (isSmart(pickup)) {
            return status.put("GWNStatusCode", "01").put("PickupStatusMessage", "User triggered");
        }
        return status.put("OnCallStatusCode", today ? "002" : "012")
                .put("PickupStatusMessage", today ? "Dispatched to driver" : "Your pickup request is being processed")
                .put("BillingCode", "01");
    }

    /** By number once, or all of the account, which the token tells. */
    SandboxResponse cancel(SandboxRequest request) {
        String prn = request.header("Prn").orElse("");
        List<SandboxPickup> meant = switch (request.path().substring(PICKUPS.length())) {
            case "01" -> open();
            case "02" -> desk.pickup(WIRE, prn).stream().toList();
            default -> throw refusal("Invalid CancelBy");
        };
        List<SandboxPickup> cancelled =
                meant.stream().filter(SandboxPickup::cancel).toList();
        if (cancelled.isEmpty()) {
            throw refusal("There is no pickup that can be cancelled");
        }
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("PickupCancelResponse");
        answer.set("Response", UpsJson.head(Json.object()));
        answer.put("PickupType", "01");
        if (cancelled.stream().allMatch(UpsPickupBehaviour::isSmart)) {
            answer.set("GWNStatus", UpsJson.status("002", "User Cancelled"));
        }
        return SandboxResponse.json(200, body);
    }

    private List<SandboxPickup> open() {
        return desk.pickups(WIRE).stream()
                .filter(pickup -> !pickup.isCancelled())
                .toList();
    }

    private static boolean isSmart(SandboxPickup pickup) {
        return pickup.number().startsWith(SMART);
    }

    private static UpsRefusal refusal(String message) {
        return new UpsRefusal(UpsRefusal.UNPUBLISHED, message);
    }

    /** Base, fuel, and what a home costs more; value added tax in Europe, where taxes are asked for. */
    private ObjectNode price(JsonNode asked, boolean byAccount) {
        String country = UpsJson.text(asked, "PickupAddress", "CountryCode");
        boolean today = UpsPickupChecks.date(asked).equals(UpsPickupChecks.today(country, desk.clock()));
        boolean american = country.equals("US");
        boolean saves =
                byAccount && UpsJson.number(asked, "Request", "SubVersion").compareTo(new BigDecimal("1707")) >= 0;
        ObjectNode price = Json.object();
        price.put("RateType", today ? "SD" : "FD").put("CurrencyCode", american ? "USD" : "EUR");
        ArrayNode details = price.putArray("ChargeDetail");
        details.add(charge("B", "BASE CHARGE", today ? TODAY : ANOTHER_DAY, saves));
        details.add(charge("S", "FUEL SURCHARGE", FUEL, saves));
        BigDecimal total = (today ? TODAY : ANOTHER_DAY).add(FUEL);
        if (UpsJson.text(asked, "PickupAddress", "ResidentialIndicator").equals("Y")) {
            details.add(charge("S", "RESIDENTIAL SURCHARGE", AT_HOME, saves));
            total = total.add(AT_HOME);
        }
        BigDecimal tax =
                american || !UpsJson.text(asked, "TaxInformationIndicator").equals("Y")
                        ? BigDecimal.ZERO
                        : total.multiply(VALUE_ADDED_TAX);
        if (tax.signum() > 0) {
            price.set("Disclaimer", UpsJson.status("05", "Rate excludes duties that may apply to the shipment."));
            price.putArray("TaxCharges").addObject().put("Type", "VAT").put("MonetaryValue", text(tax));
            price.put("TotalTax", text(tax));
        }
        price.put("GrandTotalOfAllCharge", text(total.add(tax)));
        if (saves) {
            price.put("GrandTotalOfAllIncentedCharge", text(saved(total).add(tax)));
        }
        return price;
    }

    private static ObjectNode charge(String code, String words, BigDecimal amount, boolean saves) {
        ObjectNode charge = Json.object();
        charge.put("ChargeCode", code).put("ChargeDescription", words).put("ChargeAmount", text(amount));
        return saves ? charge.put("IncentedAmount", text(saved(amount))) : charge;
    }

    private static BigDecimal saved(BigDecimal amount) {
        return amount.multiply(ACCOUNT_PAYS);
    }

    private static String text(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
