package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.TestBench;

/** What the sandbox's carriers price and sell, as arguments. */
final class Parcels {
    private static final String PARCEL =
            "'weight': '1.5', 'weight_unit': 'kg', 'length': 30, 'width': 20, 'height': 10,"
                    + " 'dimension_unit': 'cm', 'description': 'Printed books'";
    private static final String MEMPHIS =
            party("from_", "1 Example Street", "Memphis", "38118", "US", "9015550100") + ", 'from_state': 'TN'";
    private static final String SEATTLE =
            party("to_", "2 Example Avenue", "Seattle", "98101", "US", "2065550100") + ", 'to_state': 'WA'";

    private Parcels() {}

    private static String party(String prefix, String street, String city, String code, String country, String phone) {
        return "'PREname': 'Shipping Desk', 'PREcompany': 'Example Books', 'PREstreet': '%s', 'PREcity': '%s', 'PREpostal_code': '%s', 'PREcountry': '%s', 'PREphone': '%s'"
                .formatted(street, city, code, country, phone)
                .replace("PRE", prefix);
    }

    /** From Memphis to Seattle: of FedEx and UPS. */
    static ObjectNode domestic() {
        return TestBench.json("{" + MEMPHIS + ", " + SEATTLE + ", " + PARCEL + "}");
    }

    /** Within Germany: of DHL. */
    static ObjectNode german() {
        return TestBench.json("{" + party("from_", "Beispielstr. 1", "Bonn", "53113", "DE", "+4922855501") + ", "
                + party("to_", "Musterweg 2", "Munich", "80331", "DE", "+4989555010") + ", " + PARCEL + "}");
    }

    /** From Memphis to Bonn, with goods to declare. */
    static ObjectNode abroad() {
        return TestBench.json("{" + MEMPHIS + ", "
                + party("to_", "Beispielstr. 1", "Bonn", "53113", "DE", "+4922855501")
                + ", " + PARCEL + ", 'currency': 'USD', 'incoterm': 'DAP', 'items': [{'description': 'Printed books',"
                + " 'quantity': 2, 'unit_price': '19.90', 'origin_country': 'US', 'hs_code': '490199', 'weight': '1.2',"
                + " 'weight_unit': 'kg'}]}");
    }

    /** The place alone, as a first question for prices has it. */
    static ObjectNode rough() {
        return TestBench.json("{'from_postal_code': '38118', 'from_country': 'US', 'to_postal_code': '98101',"
                + " 'to_country': 'US', 'weight': '1.5', 'weight_unit': 'kg'}");
    }
}
