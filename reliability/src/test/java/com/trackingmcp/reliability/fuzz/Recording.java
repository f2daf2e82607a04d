package com.trackingmcp.reliability.fuzz;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Runs errands against the sandbox and writes down what was said. Stateless. */
final class Recording {
    private Recording() {}

    /** A client of one carrier, reached through a function; small answers suffice for it. */
    static TrackingClient client(
            CarrierProvider provider, ConfigSource config, Clock clock, Function<HttpRequest, Reply> answers) {
        return TrackingClient.builder()
                .providers(List.of(provider))
                .config(config)
                .clock(clock)
                .httpClient(new InProcessHttp(answers))
                .cache(CachePolicy.off())
                .retries(0, Duration.ZERO)
                .deadline(Duration.ofSeconds(20))
                .bulkDeadline(Duration.ofSeconds(20))
                .build();
    }

    /** Each errand as it goes well, and as the carrier refuses it; without those that ask the carrier nothing. */
    static List<Conversation> of(CarrierProvider provider, CarrierSandbox sandbox, List<Errand> errands) {
        List<Conversation> recorded = new ArrayList<>();
        SandboxInProcess wire = new SandboxInProcess(sandbox);
        try (TrackingClient desk = client(provider, sandbox.config(), sandbox.clock(), wire)) {
            for (Errand errand : errands) {
                Errand.Question question = prepared(errand, new Errand.Bed(sandbox, desk));
                recorded.add(said(errand.name(), question, provider, sandbox));
                sandbox.fail(provider.carrierId()).with(400).untilCleared();
                recorded.add(said(errand.name() + ", refused", question, provider, sandbox));
                sandbox.clearFaults();
            }
        }
        recorded.removeIf(conversation -> conversation.exchanges().isEmpty());
        return List.copyOf(recorded);
    }

    private static Errand.Question prepared(Errand errand, Errand.Bed bed) {
        try {
            return errand.preparation().prepare(bed);
        } catch (CapabilityNotSupportedException | NoSuchElementException notOffered) {
            return client -> errand.name();
        }
    }

    private static Conversation said(
            String name, Errand.Question question, CarrierProvider provider, CarrierSandbox sandbox) {
        SandboxInProcess wire = new SandboxInProcess(sandbox);
        List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());
        Function<HttpRequest, Reply> recorder = request -> {
            Reply reply = wire.apply(request);
            exchanges.add(Exchange.of(request.method(), request.uri().getPath(), reply));
            return reply;
        };
        try (TrackingClient client = client(provider, sandbox.config(), sandbox.clock(), recorder)) {
            question.ask(client);
        } catch (CapabilityNotSupportedException | InvalidRequestException notOffered) {
            if (!name.endsWith("refused") && exchanges.isEmpty()) {
                return new Conversation(name, question, List.of());
            }
        } catch (CarrierException e) {
            if (exchanges.isEmpty()) {
                throw new IllegalStateException(name, e);
            }
        }
        return new Conversation(name, question, List.copyOf(exchanges));
    }
}
