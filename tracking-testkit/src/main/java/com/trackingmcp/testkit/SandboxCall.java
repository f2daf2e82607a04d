package com.trackingmcp.testkit;

/**
 * A call the sandbox answered.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param wire which of the carriers' systems was called: {@code fedex}, {@code ups}, {@code dhl-unified},
 *     {@code dhl-ecommerce}, {@code mydhl} or {@code karrio}
 * @param operation what was asked, in a word: {@code token}, {@code track}, {@code shipment}, {@code reference},
 *     {@code associated}, {@code documents}, {@code rates}, {@code transit}, {@code ship}, {@code cancel}, {@code recover},
 *     {@code address}, {@code postal}, {@code area}, {@code landed-cost}, {@code upload}, {@code invoice-data}, {@code attach}, {@code delete-document},
 *     {@code subscribe}, or {@code unknown}; of the gateway the word of its resource as well
 * @param method the HTTP method
 * @param path the path, from the sandbox's root, without query
 * @param status the HTTP status answered
 * @param numbers how many parcel numbers were asked about
 */
public record SandboxCall(String wire, String operation, String method, String path, int status, int numbers) {

    /** Whether the call asked for a token rather than for anything about parcels. */
    public boolean isToken() {
        return operation.equals("token");
    }
}
