package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.ups.UpsAlertWire.Taken;

/**
 * How the Track Alert API says no: as UPS's other APIs, and with the numbers it does not take. Stateless; never throws. Each
 * such number is a field of the error, to be told from the others.
 */
final class UpsAlertErrors implements ErrorReader {
    static final String INVALID = "UPS lists it among the invalid ones";

    @Override
    public ErrorDetails.Builder read(CarrierResponse response, ErrorDetails.Builder guess) {
        ErrorDetails.Builder error = new UpsErrors().read(response, guess);
        WireJson.tryRead(response, Taken.class)
                .ifPresent(taken -> list(taken.invalidTrackingNumbers())
                        .forEach(number -> UpsText.clean(number)
                                .ifPresent(invalid -> error.field(new FieldProblem(invalid, INVALID)))));
        return error;
    }
}
