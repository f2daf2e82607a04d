package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads a request's body as strictly as FedEx's published description. */
final class FedexAsk {

    private static final int MOST = 30;

    private FedexAsk() {}

    static boolean flag(JsonNode body) throws FedexRefusal {
        JsonNode flag = body.path("includeDetailedScans");
        if (!flag.isBoolean()) {
            throw new FedexRefusal("INVALID.INPUT.EXCEPTION", "includeDetailedScans must be true or false.");
        }
        return flag.booleanValue();
    }

    static JsonNode list(JsonNode body, String name) throws FedexRefusal {
        JsonNode list = body.path(name);
        if (!list.isArray() || list.isEmpty()) {
            throw new FedexRefusal("TRACKING.TRACKINGNUMBER.EMPTY", "At least one number is required in " + name + ".");
        }
        if (list.size() > MOST) {
            throw new FedexRefusal(
                    "TRACKING.TRACKINGNUMBER.MAXEXCEEDED", "At most " + MOST + " numbers in one request.");
        }
        return list;
    }

    static String number(JsonNode info) throws FedexRefusal {
        return text(info, "trackingNumber", "TRACKING.TRACKINGNUMBER.EMPTY");
    }

    static String text(JsonNode parent, String name, String code) throws FedexRefusal {
        JsonNode text = parent.path(name);
        if (!text.isTextual() || text.asText().isBlank()) {
            throw new FedexRefusal(code, name + " must be a text with something in it.");
        }
        return text.asText();
    }

    static LocalDate day(JsonNode parent, String name, LocalDate otherwise) throws FedexRefusal {
        String text = parent.path(name).asText("");
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw new FedexRefusal("INVALID.INPUT.EXCEPTION", name + " must be YYYY-MM-DD.");
        }
    }
}
