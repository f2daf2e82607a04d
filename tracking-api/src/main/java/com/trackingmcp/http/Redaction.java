package com.trackingmcp.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Set;

/** Makes bodies fit for a log: secrets, names, addresses and images are masked, the rest stays readable. */
final class Redaction {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_TEXT = 200;
    private static final String MASK = "****";

    /** Parts of field names, in lower case without separators, whose values are never logged. */
    private static final Set<String> SENSITIVE = Set.of(
            "token",
            "secret",
            "password",
            "authorization",
            "apikey",
            "clientid",
            "childkey",
            "account",
            "shippernum",
            "name",
            "contact",
            "street",
            "addressline",
            "address1",
            "address2",
            "address3",
            "postal",
            "zip",
            "phone",
            "email",
            "signature",
            "image",
            "photo",
            "content",
            "document",
            "formfile",
            "recipient",
            "receivedby",
            "signedby",
            "signed",
            "taxid",
            "credential",
            "addressee",
            "consignee",
            "attention",
            "company",
            "fax",
            "eori",
            "vatnumber",
            "billing",
            "license",
            "instruction",
            "remark",
            "note",
            // where an error repeats what it was asked, a name in the question among it
            "instance");

    private Redaction() {}

    /** A body as it may be logged: JSON with sensitive values masked; of anything else only the size. */
    static String body(byte[] body) {
        StringWriter text = new StringWriter();
        try (JsonParser parser = JSON.createParser(body);
                JsonGenerator out = JSON.createGenerator(text)) {
            while (parser.nextToken() != null) {
                copy(parser, out);
            }
        } catch (IOException e) {
            return "(" + body.length + " bytes, not JSON)";
        }
        return text.toString();
    }

    private static void copy(JsonParser parser, JsonGenerator out) throws IOException {
        JsonToken token = parser.currentToken();
        boolean text = token == JsonToken.VALUE_STRING || token.isNumeric();
        // a body that is one text alone has no name to tell what it is
        if (text && (underSensitiveName(parser) || parser.getParsingContext().inRoot())) {
            out.writeString(MASK);
        } else if (token == JsonToken.VALUE_STRING && parser.getTextLength() > LONGEST_TEXT) {
            out.writeString("(" + parser.getTextLength() + " characters)");
        } else {
            out.copyCurrentEvent(parser);
        }
    }

    private static boolean underSensitiveName(JsonParser parser) {
        for (var context = parser.getParsingContext(); context != null; context = context.getParent()) {
            String name = context.getCurrentName();
            if (name != null && isSensitive(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSensitive(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return SENSITIVE.stream().anyMatch(plain::contains);
    }
}
