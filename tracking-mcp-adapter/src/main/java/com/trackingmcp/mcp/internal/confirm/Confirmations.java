package com.trackingmcp.mcp.internal.confirm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.DialogueFailedException;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Problems;
import com.trackingmcp.mcp.internal.tool.Refusals;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Between a call and what it would cost: asks the person, or has the call made twice, as the server was told; and does
 * what was confirmed once. Safe for use by many threads.
 */
public final class Confirmations {
    /** Set in the answer to a call whose deed had been done before. */
    static final String REPLAYED = "replayed";

    private static final String TOKEN = "confirmation_token";
    private static final String KEY = "idempotency_key";
    private static final Schema FORM =
            Schema.of(Field.flag("confirm", "Yes, do it").required());

    private final Confirm mode;
    private final Tokens tokens;
    private final OnceOnly once;

    /** Confirmations in this mode. */
    public Confirmations(Confirm mode, Clock clock) {
        this.mode = mode;
        this.tokens = new Tokens(clock);
        this.once = new OnceOnly(clock);
    }

    /** What a tool takes beside its own arguments. */
    public static List<Field> inputs() {
        return List.of(
                Field.text(TOKEN, "Of the first answer, once the person agreed"),
                Field.text(KEY, "").longest(100));
    }

    /** What a tool answers beside its own facts, all of which must be optional. */
    public static List<Field> outputs() {
        return List.of(
                Field.choice("status", "", List.of("done", "confirmation_required"))
                        .required(),
                Field.text(TOKEN, ""),
                Field.text("confirmation_expires_at", ""),
                Field.text("to_confirm", "Show it to the person"),
                Field.flag(REPLAYED, "Done before"));
    }

    /** The caller's own key for a deed, unlike every other caller's; absent where none was given. */
    public static Optional<String> ownKey(ToolCall call) {
        return call.arguments()
                .text(KEY)
                .map(own -> Tokens.digest(
                        JsonNodeFactory.instance.textNode(call.caller().subject()),
                        JsonNodeFactory.instance.textNode(own)));
    }

    /** An object for the answer of a deed that was done. */
    public static ObjectNode done() {
        return Json.object().put("status", "done");
    }

    /**
     * Does it once it is confirmed. Nobody is asked for a yes to what the tool itself finds wrong; what was confirmed or
     * done before is not checked again.
     *
     * @return the answer of the deed, the same again for the same key; or what is to be confirmed
     * @throws com.trackingmcp.error.CarrierException {@code E-4001} or {@code E-4002} where the person said no or
     *     nothing, {@code E-4003} where the token does not fit; nothing was done
     */
    public ToolAnswer decide(Tool tool, ToolCall call, Deed deed) {
        String subject = subject(tool, call);
        List<String> keys = keys(call, deed);
        Optional<ToolAnswer> before = once.before(keys, subject);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<String> token = call.arguments().text(TOKEN);
        if (token.isPresent()) {
            return confirmed(token.get(), subject, keys, deed);
        }
        if (mode == Confirm.NEVER) {
            return once.run(keys, subject, () -> deed.act(Optional.empty()));
        }
        Problems.refuse(tool, call);
        Deed.Terms terms = deed.terms();
        if (call.dialogue().canAsk()) {
            Optional<Dialogue.Reply> reply = ask(call.dialogue(), terms);
            if (reply.isPresent()) {
                Refusals.throwUnlessAccepted(reply.get(), terms.question());
                return once.run(keys, subject, () -> deed.act(Optional.of(terms.basis())));
            }
        }
        if (mode == Confirm.ELICIT) {
            throw ErrorDetails.builder(ErrorCode.CONFIRMATION_IMPOSSIBLE).toException();
        }
        return toConfirm(terms, subject);
    }

    /** A token that has expired does nothing any more, but still tells what it did. */
    private ToolAnswer confirmed(String token, String subject, List<String> keys, Deed deed) {
        Tokens.Content content = tokens.read(token)
                .filter(told -> told.subject().equals(subject))
                .orElseThrow(Confirmations::misfit);
        String key = Keys.ofToken(content.id());
        if (tokens.isExpired(content)) {
            return once.before(List.of(key), subject).orElseThrow(Confirmations::misfit);
        }
        keys.add(key);
        return once.run(keys, subject, () -> deed.act(Optional.of(content.basis())));
    }

    /** The same for the same wish of the same caller: what only tells one call from the next, or a person said, aside. */
    private static String subject(Tool tool, ToolCall call) {
        ObjectNode arguments = call.arguments().json().deepCopy();
        arguments.remove(TOKEN);
        arguments.remove(KEY);
        arguments.remove(call.toldByPerson());
        return Tokens.digest(
                JsonNodeFactory.instance.textNode(call.caller().subject()),
                JsonNodeFactory.instance.textNode(tool.spec().name()),
                arguments);
    }

    private static List<String> keys(ToolCall call, Deed deed) {
        String caller = call.caller().subject();
        List<String> keys = new ArrayList<>();
        call.arguments().text(KEY).ifPresent(own -> keys.add(Keys.own(caller, own)));
        deed.key().ifPresent(key -> keys.add(Keys.ofDeed(caller, key)));
        return keys;
    }

    private static RuntimeException misfit() {
        return ErrorDetails.of(ErrorCode.CONFIRMATION_REFUSED).toBuilder().toException();
    }

    /** Absent where the client said that it can ask, and could not. */
    private static Optional<Dialogue.Reply> ask(Dialogue dialogue, Deed.Terms terms) {
        try {
            Dialogue.Reply reply = dialogue.ask(terms.question(), FORM);
            boolean no = reply.action() == Dialogue.Action.ACCEPTED
                    && !reply.content().path("confirm").asBoolean(false);
            return Optional.of(no ? new Dialogue.Reply(Dialogue.Action.DECLINED, Json.object()) : reply);
        } catch (DialogueFailedException e) {
            return Optional.empty();
        }
    }

    private ToolAnswer toConfirm(Deed.Terms terms, String subject) {
        Tokens.Content content = new Tokens.Content(
                UUID.randomUUID().toString().replace("-", "").substring(0, 16),
                subject,
                terms.basis(),
                tokens.expiry());
        String token = tokens.sign(content);
        ObjectNode json = Json.object()
                .put("status", "confirmation_required")
                .put(TOKEN, token)
                .put("confirmation_expires_at", content.expires().toString())
                .put("to_confirm", terms.question());
        return ToolAnswer.of(
                json,
                "Nothing was done yet. Show this to the person and ask for a yes:\n" + terms.question()
                        + "\nAfter a yes, repeat the same call with confirmation_token=" + token
                        + "\nGood for " + Tokens.LIFETIME.toMinutes() + " minutes, until " + content.expires() + ".");
    }
}
