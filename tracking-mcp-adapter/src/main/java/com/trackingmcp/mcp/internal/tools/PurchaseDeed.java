package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ShipmentPreview;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.mcp.internal.book.QuoteBook.Quote;
import com.trackingmcp.mcp.internal.book.ShipmentBook.Entry;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import com.trackingmcp.mcp.internal.confirm.Deed;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buys one quote, for one call. Where the call names carrier and service instead, their price is asked for first. */
final class PurchaseDeed implements Deed {
    private static final Logger LOG = LoggerFactory.getLogger(PurchaseDeed.class);
    private static final String QUOTE = "quote_id";
    private static final Set<String> OFFER = Set.of("carrier", "service");

    private final Workbench bench;
    private final ToolCall call;
    private final ToolSpec spec;

    PurchaseDeed(Workbench bench, ToolCall call, ToolSpec spec) {
        this.bench = bench;
        this.call = call;
        this.spec = spec;
    }

    @Override
    public Optional<String> key() {
        return call.arguments().text(QUOTE).map(id -> "quote:" + id);
    }

    @Override
    public Terms terms() {
        Optional<Quote> named = named(Optional.empty());
        Quote quote = named.orElseGet(this::priced);
        ShipmentRequest request = request(quote);
        Optional<Rate> now =
                named.isPresent() ? price(preview(request), quote.rate().service()) : Optional.of(quote.rate());
        return PurchaseWords.terms(quote, request, now, canCancel(quote));
    }

    /** Refuses a call that names nothing to buy: nobody knows a quote by heart, so that the person is not asked for it. */
    void requireOffer() {
        if (!call.arguments().has(QUOTE) && !isOffered()) {
            throw FieldNames.missing(QUOTE, "unless carrier and service are given");
        }
    }

    private boolean isOffered() {
        return OFFER.stream().anyMatch(call.arguments()::has);
    }

    /** All that keeps the label from being bought. */
    void check(RequestCheck check) {
        boolean isQuoted = call.arguments().has(QUOTE);
        ShipmentRequest request = isQuoted
                ? merged(bench.quotes().get(call.caller(), call.arguments().required(QUOTE)), check)
                : wanted(check);
        // without either, the quote is what is missing
        List<FieldProblem> problems = bench.client().get().check(request).stream()
                .filter(problem -> isQuoted || isOffered() || !OFFER.contains(problem.path()))
                .toList();
        names(request).add(problems, check);
    }

    private static Optional<Rate> price(ShipmentPreview preview, String service) {
        return preview.rates().rates().stream()
                .filter(offer -> offer.service().equals(service))
                .findFirst();
    }

    private boolean canCancel(Quote quote) {
        return Connected.offers(bench.client().get(), quote.rate().connection(), "shipments.cancel");
    }

    @Override
    public ToolAnswer act(Optional<String> basis) {
        Quote quote = named(basis).orElseGet(this::priced);
        ShipmentRequest.Builder request = ShipmentRequest.builder()
                .from(request(quote))
                .idempotencyKey(Confirmations.ownKey(call).orElse(quote.id()));
        ShipmentRequest complete = request.build();
        if (complete.references().isEmpty()) {
            complete = request.addReferences(Reference.of(quote.id())).build();
        }
        bench.shipments().expect(call.caller(), complete.references());
        // whatever becomes of this process, the label can be found by it
        LOG.info(
                "Buying a label of {}; its reference is {}",
                quote.rate().connection(),
                ForeignText.of(complete.references().get(0).value()));
        return bought(quote, buy(quote, complete));
    }

    private Shipment buy(Quote quote, ShipmentRequest request) {
        try {
            return bench.client().get().ship(quote.rate(), request);
        } catch (CarrierException e) {
            throw names(request).asked(e);
        }
    }

    /** Remembers it first: whatever else fails, it is bought. */
    private ToolAnswer bought(Quote quote, Shipment shipment) {
        Entry entry = bench.shipments().put(call.caller(), shipment);
        ObjectNode json = ShipmentView.put(Confirmations.done(), entry);
        return ShipmentView.linked(ToolAnswer.of(json, PurchaseWords.bought(quote, entry, canCancel(quote))), entry);
    }

    /** The quote that was confirmed, or that the call names. */
    private Optional<Quote> named(Optional<String> basis) {
        return basis.or(() -> call.arguments().text(QUOTE))
                .map(id -> bench.quotes().get(call.caller(), id));
    }

    /** The quoted shipment with what the call adds. */
    private ShipmentRequest request(Quote quote) {
        RequestCheck check = new RequestCheck();
        ShipmentRequest request = merged(quote, check);
        names(request).refuse(check);
        return request;
    }

    private ShipmentRequest merged(Quote quote, RequestCheck check) {
        Arguments arguments = call.arguments();
        ShipmentRequest merged =
                QuotedShipment.merge(quote, arguments, ShipmentArguments.read(arguments, check), check);
        return ShipmentRequest.builder()
                .from(merged)
                .service(quote.rate().service())
                .carrier(quote.rate().connection())
                .quoted(quote.rate())
                .build();
    }

    /** Asks for the price of carrier and service, and tells all that is missing for a label. */
    private Quote priced() {
        RequestCheck check = new RequestCheck();
        ShipmentRequest request = wanted(check);
        check.required("carrier", request.carrier());
        ShipmentPreview preview = preview(request);
        names(request).add(preview.problems(), check);
        names(request).refuse(check);
        Rate rate = request.service()
                .flatMap(service -> price(preview, service))
                .orElseThrow(() -> unpriced(preview, request));
        return bench.quotes().put(call.caller(), rate, request);
    }

    /** The shipment as the call tells it by itself. */
    private ShipmentRequest wanted(RequestCheck check) {
        Arguments arguments = call.arguments();
        ShipmentRequest request = ShipmentRequest.builder()
                .from(ShipmentArguments.read(arguments, check))
                .carrier(arguments.text("carrier"))
                .service(arguments.text("service"))
                .build();
        ShipmentArguments.checkPriced(request, check);
        return request;
    }

    private CarrierException unpriced(ShipmentPreview preview, ShipmentRequest request) {
        return preview.rates().failures().values().stream()
                .findFirst()
                .map(names(request)::renamed)
                .orElseGet(() -> ErrorDetails.builder(ErrorCode.REQUEST_REFUSED)
                        .argument("carrier", request.carrier().orElse(""))
                        .argument(
                                "reason",
                                "it has no price for the service "
                                        + request.service().orElse("")
                                        + " on this lane; get_shipping_rates tells those it has")
                        .toException());
    }

    private ShipmentPreview preview(ShipmentRequest request) {
        return bench.client().get().previewAll(List.of(request)).get(0);
    }

    private FieldNames names(ShipmentRequest request) {
        return ShipmentArguments.names(spec, request.parcels().size() > 1);
    }
}
