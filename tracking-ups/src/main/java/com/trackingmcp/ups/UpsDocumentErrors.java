package com.trackingmcp.ups;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.ErrorReader;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the Paperless Document API says no. Stateless; never throws.
 *
 * <p>UPS does not publish which codes it has for a paper it does not know, or no longer: a refusal that speaks of the id of a
 * document is taken for one.
 */
final class UpsDocumentErrors implements ErrorReader {
    private static final Pattern ID_OF_A_PAPER = Pattern.compile("document\\s*id", Pattern.CASE_INSENSITIVE);
    private static final Set<Integer> REFUSALS = Set.of(400, 404);

    @Override
    public ErrorDetails.Builder read(CarrierResponse response, ErrorDetails.Builder guess) {
        ErrorDetails said = new UpsErrors().read(response, guess).build();
        boolean ofAPaper = REFUSALS.contains(response.status())
                && said.carrierText()
                        .filter(text -> ID_OF_A_PAPER.matcher(text).find())
                        .isPresent();
        return ofAPaper ? said.toBuilder(ErrorCode.DOCUMENT_NOT_FOUND).retryable(false) : said.toBuilder();
    }
}
