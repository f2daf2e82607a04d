package com.trackingmcp.verification.spec;

import java.util.List;
import java.util.Map;

/**
 * One request and its response, as they were on the wire. Immutable.
 *
 * @param document the description that covers it
 * @param method GET, POST, ...
 * @param path the path at the carrier, still encoded, without query
 * @param query the values of each query parameter, decoded
 * @param headers the values of each request header
 * @param body the request body; empty when there is none
 * @param status the HTTP status
 * @param responseHeaders the values of each response header
 * @param responseBody the response body; empty when there is none
 */
record Exchange(
        CarrierDocument document,
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        String body,
        int status,
        Map<String, List<String>> responseHeaders,
        String responseBody) {

    Exchange {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
        responseHeaders = Map.copyOf(responseHeaders);
    }

    @Override
    public String toString() {
        return method + " " + path + " -> " + status;
    }
}
