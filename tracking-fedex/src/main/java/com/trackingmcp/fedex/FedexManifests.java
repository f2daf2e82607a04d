package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexManifestWire.Answer;
import com.trackingmcp.fedex.FedexManifestWire.Close;
import com.trackingmcp.fedex.FedexManifestWire.Output;
import com.trackingmcp.fedex.FedexManifestWire.Paper;
import com.trackingmcp.fedex.FedexManifestWire.Papers;
import com.trackingmcp.fedex.FedexManifestWire.Part;
import com.trackingmcp.fedex.FedexParts.Account;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.spi.ManifestCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FedEx's Ground End of Day Close API: of Ground alone, for Express knows no end of a day. Safe for use by many threads.
 *
 * <p>A day is closed as a whole. Its papers are the manifest, which FedEx sends as plain text or as a picture, and the OP-950
 * for dangerous goods, where there were any. They are printed again by the day, or by one number of it.
 */
final class FedexManifests implements ManifestCapability {
    static final String CLOSE = "close_day";
    private static final String REPRINT = "reprint_manifest";
    private static final String PATH = "/ship/v1/endofday/";
    private static final Papers PAPERS = new Papers(List.of("MANIFEST", "OP_950"));
    private static final Comparator<Part> IN_ORDER =
            Comparator.comparing(Part::documentPartSequenceNumber, Comparator.nullsLast(Comparator.naturalOrder()));

    private final FedexSales sales;
    private final FedexSales.Door close;

    FedexManifests(FedexSales sales) {
        this.sales = sales;
        this.close = sales.door("endofday");
    }

    @Override
    public void check(ManifestRequest request, RequestCheck check) {
        if (!request.trackingNumbers().isEmpty()) {
            check.wrong("tracking_numbers", "are given, but FedEx Ground closes a day as a whole");
        }
    }

    @Override
    public CompletableFuture<Manifest> close(ManifestRequest request, CallContext call) {
        return send(CarrierRequest.put(CLOSE), body("GCDR", null, request, sales.account(CLOSE)), request, call);
    }

    @Override
    public void checkReprint(ManifestRequest request, RequestCheck check) {
        if (request.trackingNumbers().size() > 1) {
            check.wrong("tracking_numbers", "are several; FedEx takes one at most, to print a day's papers again");
        }
    }

    @Override
    public boolean reprints() {
        return true;
    }

    @Override
    public CompletableFuture<Manifest> reprint(ManifestRequest request, CallContext call) {
        String option = request.trackingNumbers().isEmpty() ? "BY_SHIP_DATE" : "BY_TRACKING_NUMBER";
        return send(
                CarrierRequest.postToRead(REPRINT),
                body("RGCDR", option, request, sales.account(REPRINT)),
                request,
                call);
    }

    private static Close body(String type, @Nullable String option, ManifestRequest request, String account) {
        return new Close(
                type,
                new Account(account),
                "GROUND",
                request.date().orElseThrow().toString(),
                option,
                request.trackingNumbers().stream().findFirst().orElse(null),
                PAPERS);
    }

    private CompletableFuture<Manifest> send(
            CarrierRequest.Builder method, Close body, ManifestRequest request, CallContext call) {
        CarrierRequest sent = sales.request(method, PATH, body, call.correlationId());
        return close.http().send(sent, call).thenApply(response -> manifest(response, request));
    }

    private Manifest manifest(CarrierResponse response, ManifestRequest request) {
        Answer answer = WireJson.read(response, Answer.class);
        Output output = FedexSellingErrors.output(response, answer.output(), answer.transactionId(), answer.errors());
        List<Document> documents = WireJson.list(output.closeDocuments()).stream()
                .flatMap(FedexManifests::documents)
                .toList();
        if (documents.isEmpty()) {
            FedexSellingErrors.unlessRefused(response, answer.transactionId(), answer.errors());
        }
        return Manifest.builder()
                .carrier(sales.profile().carrier())
                .connection(sales.profile().connection())
                .date(request.date().orElseThrow())
                .documents(documents)
                .alerts(FedexAlerts.ofValues(output.alerts()))
                .build();
    }

    /** A document for each part, in their order. */
    private static Stream<Document> documents(Paper paper) {
        String kind = WireText.text(paper.type()).orElse("manifest").toLowerCase(Locale.ROOT);
        return WireJson.list(paper.parts()).stream()
                .sorted(IN_ORDER)
                .flatMap(part -> WireText.text(part.image()).stream())
                .map(image -> FedexLabels.document(kind, image));
    }
}
