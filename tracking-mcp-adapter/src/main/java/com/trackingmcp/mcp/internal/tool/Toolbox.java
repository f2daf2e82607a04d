package com.trackingmcp.mcp.internal.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.mcp.Caller;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tools, and the one way to call them: who may, are the arguments right, what is missing and can be asked for, and
 * an answer whatever happens. Safe for use by many threads.
 */
public final class Toolbox {
    private static final Pattern CONNECTION = Pattern.compile("[a-z0-9_:-]{1,60}");
    private static final int LONGEST_FORM = 16;

    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final Supplier<? extends Collection<String>> offeredVerbs;
    private final Consumer<ToolEvent> ended;

    /**
     * Tools to call.
     *
     * @param offeredVerbs the verbs that some connected carrier has, asked for whenever tools are listed
     * @param ended is told of every call
     */
    public Toolbox(
            List<Tool> tools,
            Exposure exposure,
            Supplier<? extends Collection<String>> offeredVerbs,
            Consumer<ToolEvent> ended) {
        for (Tool tool : tools) {
            if (exposure.shows(tool.spec())) {
                this.tools.put(tool.spec().name(), tool);
            }
        }
        this.offeredVerbs = offeredVerbs;
        this.ended = ended;
    }

    /** All that may ever be listed, in the order of their area. */
    public List<ToolSpec> specs() {
        return tools.values().stream().map(Tool::spec).toList();
    }

    /** The tools that exist for a caller now. */
    public List<ToolSpec> listed(Caller caller) {
        return specs().stream().filter(spec -> isListed(caller, spec)).toList();
    }

    /** Whether a tool of that name exists for a caller now. */
    public boolean isListed(String name, Caller caller) {
        Tool tool = tools.get(name);
        return tool != null && isListed(caller, tool.spec());
    }

    private boolean isListed(Caller caller, ToolSpec spec) {
        return isFor(caller, spec) && isOffered(spec);
    }

    private static boolean isFor(Caller caller, ToolSpec spec) {
        return caller.role().includes(spec.role());
    }

    private boolean isOffered(ToolSpec spec) {
        return spec.verbs().isEmpty() || !Collections.disjoint(offeredVerbs.get(), spec.verbs());
    }

    /**
     * Calls a tool; every failure of it is an answer.
     *
     * @param arguments a JSON object
     * @throws UnknownToolException where the tool does not exist, or not for this caller
     */
    public ToolAnswer call(String name, ObjectNode arguments, Caller caller, Dialogue dialogue) {
        Tool tool = tools.get(name);
        if (tool == null) {
            throw new UnknownToolException(name);
        }
        if (!isFor(caller, tool.spec())) {
            ended.accept(new ToolEvent(caller, name, Optional.empty(), ToolEvent.FORBIDDEN, newId(), Duration.ZERO));
            throw new UnknownToolException(name);
        }
        long start = System.nanoTime();
        ToolAnswer answer = answer(tool, arguments, caller, dialogue);
        ended.accept(new ToolEvent(
                caller,
                name,
                carrier(arguments, answer),
                outcome(answer),
                correlationId(answer),
                Duration.ofNanos(System.nanoTime() - start)));
        return answer;
    }

    private static String outcome(ToolAnswer answer) {
        JsonNode told = answer.structured() == null ? MissingNode.getInstance() : answer.structured();
        return answer.failure()
                .map(error -> error.path("code").asText())
                .orElse(
                        told.path("status").asText().equals(ToolEvent.TO_CONFIRM)
                                ? ToolEvent.TO_CONFIRM
                                : ToolEvent.OK);
    }

    private static String correlationId(ToolAnswer answer) {
        return answer.failure()
                .map(error -> error.path("correlation_id").asText(""))
                .filter(id -> !id.isEmpty())
                .orElseGet(Toolbox::newId);
    }

    private static String newId() {
        return Integer.toHexString(ThreadLocalRandom.current().nextInt());
    }

    /** A carrier's id as it was told to, or by, the tool; what else stands in its place is not passed on. */
    private static Optional<String> carrier(ObjectNode arguments, ToolAnswer answer) {
        JsonNode told = answer.structured() == null
                ? arguments.path("carrier")
                : answer.structured().path("carrier");
        return Optional.of(
                        told.isTextual()
                                ? told.textValue()
                                : arguments.path("carrier").asText(""))
                .filter(id -> CONNECTION.matcher(id).matches());
    }

    private static ToolAnswer answer(Tool tool, ObjectNode arguments, Caller caller, Dialogue dialogue) {
        try {
            try {
                return answerOnce(tool, arguments, caller, dialogue, Set.of());
            } catch (MissingArgumentsException missing) {
                ObjectNode all = asked(tool.spec(), arguments, missing, dialogue);
                Set<String> told = missing.fields().stream().map(Field::name).collect(Collectors.toSet());
                return answerOnce(tool, all, caller, dialogue, told);
            }
        } catch (MissingArgumentsException stillMissing) {
            return ErrorAnswers.of(stillMissing.refusal());
        } catch (RuntimeException | Error failure) {
            return ErrorAnswers.of(failure);
        }
    }

    private static ToolAnswer answerOnce(
            Tool tool, ObjectNode given, Caller caller, Dialogue dialogue, Set<String> toldByPerson) {
        ArgumentCheck check = new ArgumentCheck();
        Arguments arguments = check.read(tool.spec().input(), given);
        ToolCall call = new ToolCall(arguments, caller, dialogue, toldByPerson);
        Optional<? extends CarrierException> refusal = check.problems().refusal(ErrorDetails::builder);
        if (refusal.isPresent()) {
            throw Problems.asked(tool.spec(), Problems.all(tool, call, refusal.get()));
        }
        try {
            return tool.call(call);
        } catch (MissingArgumentsException e) {
            throw Problems.asked(tool.spec(), Problems.all(tool, call, e.refusal()));
        } catch (InvalidRequestException e) {
            throw Problems.all(tool, call, e);
        }
    }

    /** The arguments, and what the person said for those that are missing. */
    private static ObjectNode asked(
            ToolSpec spec, ObjectNode arguments, MissingArgumentsException missing, Dialogue dialogue) {
        List<Field> fields = missing.fields();
        if (!dialogue.canAsk() || fields.isEmpty() || fields.size() > LONGEST_FORM || !areFlat(fields)) {
            throw missing.refusal();
        }
        String question =
                spec.title() + " needs " + fields.stream().map(Field::name).collect(Collectors.joining(", ")) + ".";
        Dialogue.Reply reply;
        try {
            reply = dialogue.ask(question, new Schema(fields));
        } catch (DialogueFailedException e) {
            throw missing.refusal();
        }
        Refusals.throwUnlessAccepted(reply, question);
        ObjectNode all = arguments.deepCopy();
        // and nothing that was not asked for
        all.setAll(reply.content()
                .deepCopy()
                .retain(fields.stream().map(Field::name).toList()));
        return all;
    }

    private static boolean areFlat(List<Field> fields) {
        return fields.stream().allMatch(field -> switch (field.type()) {
            case TEXT, WHOLE, NUMBER, FLAG -> true;
            case TEXTS, OBJECTS, OBJECT -> false;
        });
    }
}
