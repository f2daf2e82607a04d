package com.trackingmcp.dhl;

import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;

/** The doors to MyDHL, and what every request through them carries. Stateless. */
final class DhlExpressDoor {
    private static final String API_VERSION = "3.1.0";

    private DhlExpressDoor() {}

    /** A door of its own for one group of verbs: what slows one of them down does not slow the others. */
    static CarrierHttp open(DhlConfig config, CarrierProfile profile, CarrierContext context, String api) {
        return open(config, profile, context, api, new DhlErrors());
    }

    /** The same for verbs whose refusals mean more than the others'. */
    static CarrierHttp open(
            DhlConfig config, CarrierProfile profile, CarrierContext context, String api, ErrorReader errors) {
        return context.http(profile)
                .api(api)
                .quota(config.expressQuota())
                .baseUri(config.expressBaseUri())
                .authorization(Authorization.basic(config.express().orElseThrow()))
                .errors(errors)
                .build();
    }

    /** The version of the API that is spoken, and the id of the call. */
    static CarrierRequest.Builder headed(CarrierRequest.Builder request, CallContext call) {
        return headed(request, messageReference(call.correlationId()));
    }

    /** The same under a name of the caller's: for tracing alone, DHL does not look whether it saw it before. */
    static CarrierRequest.Builder headed(CarrierRequest.Builder request, String messageReference) {
        return request.header("x-version", API_VERSION).header("Message-Reference", messageReference);
    }

    /** The call's id in the form of a UUID: older versions of the API take 28 to 36 characters, newer 1 to 36. */
    static String messageReference(String correlationId) {
        return correlationId.replaceFirst("^(.{8})(.{4})(.{4})(.{4})(.{12})$", "$1-$2-$3-$4-$5");
    }
}
