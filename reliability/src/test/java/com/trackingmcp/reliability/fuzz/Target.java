package com.trackingmcp.reliability.fuzz;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * All that reads one carrier's answers, fed with bytes. For one thread.
 *
 * <p>Four bytes choose: the conversation; the answer in it; the status, and from 225 on a client that was never used before;
 * and how the rest is meant: as the body itself, or as changes of the recorded one ({@link HostileJson}), and in which
 * encoding. So few bytes suffice to change a large answer anywhere.
 */
final class Target {
    private static final int[] STATUSES = {
        0, 200, 201, 202, 204, 207, 302, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 424, 451, 500, 501,
        502, 504
    };
    private static final int HEADER = 4;
    /** From this on; a multiple of the number of statuses, so that it changes none. */
    private static final int FRESH = 225;

    private final CarrierProvider provider;
    private final ConfigSource config;
    private final TestClock clock;
    private final List<Conversation> conversations;
    private final Replay replay;
    private TrackingClient used;
    private TrackingClient unused;

    private Target(
            CarrierProvider provider, BiFunction<CarrierProvider, CarrierSandbox, List<Conversation>> recording) {
        this.provider = provider;
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            conversations = recording.apply(provider, sandbox);
            config = sandbox.config();
            clock = sandbox.clock();
        }
        replay = new Replay(conversations);
        used = client();
        unused = client();
    }

    static Target of(CarrierProvider provider, List<Errand> errands) {
        return new Target(provider, (carrier, sandbox) -> Recording.of(carrier, sandbox, errands));
    }

    private TrackingClient client() {
        return Recording.client(provider, config, clock, replay);
    }

    List<Conversation> conversations() {
        return conversations;
    }

    /** Each recorded answer as it was, and one change of it. */
    Stream<Arguments> seeds() {
        List<Arguments> seeds = new ArrayList<>();
        for (int i = 0; i < conversations.size(); i++) {
            List<Exchange> exchanges = conversations.get(i).exchanges();
            for (int j = 0; j < exchanges.size(); j++) {
                byte[] changes = {
                    (byte) i, (byte) j, (byte) (j < exchanges.size() - 1 ? FRESH : 0), 1, 0, (byte) (i + j), 0, (byte) i
                };
                seeds.add(Arguments.of((Object) changes));
            }
            byte[] body = exchanges.get(exchanges.size() - 1).reply().body();
            byte[] whole =
                    Arrays.copyOf(new byte[] {(byte) i, (byte) (exchanges.size() - 1), 0, 0}, HEADER + body.length);
            System.arraycopy(body, 0, whole, HEADER, body.length);
            if (body.length < 4_000) {
                seeds.add(Arguments.of((Object) whole));
            }
        }
        return seeds.stream();
    }

    /** Feeds one input. */
    void feed(byte[] input) {
        if (input.length < HEADER) {
            return;
        }
        Conversation conversation = conversations.get((input[0] & 0xFF) % conversations.size());
        int place = (input[1] & 0xFF) % conversation.exchanges().size();
        Reply reply = hostile(input, conversation.exchanges().get(place));
        ask(conversation, place, reply, (input[2] & 0xFF) >= FRESH);
    }

    /**
     * Asks, and gets another answer at one place.
     *
     * @param fresh whether a client asks that was never used before
     * @return the error it ended with
     */
    Optional<ErrorCode> ask(Conversation conversation, int place, Reply reply, boolean fresh) {
        Optional<ErrorCode> error = Verdict.of(replay::given, () -> {
            replay.begin(conversation.exchanges(), place, reply);
            return conversation.question().ask(fresh ? unused() : used);
        });
        // who was asked to slow down does
        if (!fresh && error.filter(ErrorCode.RATE_LIMITED::equals).isPresent()) {
            used.close();
            used = client();
        }
        return error;
    }

    /** Open until the next one is needed: its threads are there for as long as it is measured what they did. */
    private TrackingClient unused() {
        unused.close();
        unused = client();
        return unused;
    }

    private static Reply hostile(byte[] input, Exchange exchange) {
        int status = STATUSES[(input[2] & 0xFF) % STATUSES.length];
        int mode = input[3] & 0xFF;
        byte[] body = mode % 16 == 0 || exchange.json() == null
                ? Arrays.copyOfRange(input, HEADER, input.length)
                : HostileJson.encoded(
                        HostileJson.of(exchange.json(), exchange.values(), input, HEADER), mode % 16 - 11);
        int length = body.length;
        Map<String, List<String>> headers = exchange.reply().headers();
        if (mode >= 240) {
            headers = Map.of("content-type", List.of("application/json"), "content-encoding", List.of("gzip"));
            body = mode >= 248 ? body : packed(body);
        }
        return new Reply(status == 0 ? exchange.reply().status() : status, headers, body, length);
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }
}
