package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.spi.AddressCapability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Asks carriers about addresses: one after the other, until one can tell. Safe for use by many threads. */
public final class AddressDesk {
    private final Connections connections;
    private final HttpTransport transport;

    public AddressDesk(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
    }

    /** What the carrier named, or the first that can tell, thinks of an address. */
    public CompletableFuture<AddressValidation> validate(Optional<String> carrier, Address address, CallContext call) {
        return first(
                carrier,
                address,
                call,
                new Question("validate_address", "address validation", any -> true),
                (addresses, asked) -> addresses.validate(asked, call));
    }

    /** Whether the carrier named, or the first that can tell, serves a postal code. */
    public CompletableFuture<AddressValidation> validatePostalCode(
            Optional<String> carrier, Address address, CallContext call) {
        return first(
                carrier,
                address,
                call,
                new Question("validate_postal_code", "postal code validation", AddressCapability::validatesPostalCodes),
                (addresses, asked) -> addresses.validatePostalCode(asked, call));
    }

    /**
     * What is asked for.
     *
     * @param capability the same in words
     */
    private record Question(String operation, String capability, Predicate<AddressCapability> offered) {}

    private interface Verb {
        CompletableFuture<AddressValidation> ask(AddressCapability addresses, Address address);
    }

    private CompletableFuture<AddressValidation> first(
            Optional<String> name, Address address, CallContext call, Question question, Verb verb) {
        List<Carrier> asked = name.map(connections::named).orElse(connections.all());
        Iterator<Carrier> able = connections
                .offering(asked, AddressCapability.class, question.offered(), question.capability())
                .iterator();
        return next(able, address, call, question.operation(), verb);
    }

    /** The next one is asked where this one fails or does not know the country. */
    private CompletableFuture<AddressValidation> next(
            Iterator<Carrier> rest, Address address, CallContext call, String operation, Verb verb) {
        Carrier carrier = rest.next();
        CompletableFuture<AddressValidation> answer =
                Modules.call(transport, carrier, operation, call, () -> ask(carrier, address, call, operation, verb));
        return Outcomes.settle(answer).thenCompose(outcome -> {
            boolean told = outcome.value()
                    .filter(validation -> validation.verdict() != AddressValidation.Verdict.UNKNOWN)
                    .isPresent();
            if (told || !rest.hasNext()) {
                return answer;
            }
            return Outcomes.settle(next(rest, address, call, operation, verb))
                    .thenCompose(later ->
                            later.isSuccess() ? CompletableFuture.completedFuture(later.orElseThrow()) : answer);
        });
    }

    private static CompletableFuture<AddressValidation> ask(
            Carrier carrier, Address address, CallContext call, String operation, Verb verb) {
        AddressCapability addresses =
                carrier.capability(AddressCapability.class).orElseThrow();
        RequestCheck check = new RequestCheck();
        check.required("country", address.country());
        addresses.check(address, check);
        Optional<? extends CarrierException> refusal =
                check.refusal(code -> Modules.fault(carrier, operation, code).correlationId(call.correlationId()));
        return refusal.isPresent() ? CompletableFuture.failedFuture(refusal.get()) : verb.ask(addresses, address);
    }
}
