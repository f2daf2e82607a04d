package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.ErrorAnswers;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Tells where many parcels of many carriers are; what fails stands beside the rest. */
final class TrackPackages implements Tool {
    private static final int MOST = 100;

    private static final ToolSpec SPEC = ToolSpec.tracking(
                    "track_packages",
                    "Track many packages",
                    "Where up to 100 parcels are, of any carriers: one result per number, in order. A number that"
                            + " fails has an error instead of a status.",
                    Hints.ASKS,
                    Schema.of(
                            Field.texts("tracking_numbers", "", MOST)
                                    .required()
                                    .shortest(1)
                                    .longest(100),
                            Field.text("carrier", "An id of list_carriers, where all are of one; leave out to detect"),
                            Field.whole("max_events", "Of each parcel", 0, 10).standard(1)),
                    Schema.of(
                            Field.count("found", "").required(),
                            Field.count("failed", "").required(),
                            Field.objects(
                                            "results",
                                            "",
                                            TrackingView.briefWith(
                                                    Field.texts("also", "Other parcels with this number"),
                                                    Field.text("error_code", ""),
                                                    Field.text("error", ""),
                                                    Field.text("fix", ""),
                                                    Field.flag("retryable", "")))
                                    .required()),
                    "track")
            .alsoIn(Toolset.SHIP);

    private final Workbench bench;

    TrackPackages(Workbench bench) {
        this.bench = bench;
    }

    /** What became of a number as it was given. */
    private record Answered(String number, Outcome<TrackingResult> outcome) {}

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        List<Answered> answers = answers(call, arguments.texts("tracking_numbers"), arguments.text("carrier"));
        int found = (int)
                answers.stream().filter(answer -> answer.outcome().isSuccess()).count();
        int failed = answers.size() - found;
        ObjectNode json = Json.object().put("found", found).put("failed", failed);
        int maxEvents = arguments.count("max_events");
        json.set("results", Json.list(answers, answer -> view(answer, maxEvents)));
        String head =
                found + " of " + answers.size() + " numbers answered" + (failed == 0 ? ":" : ", the rest failed:");
        return ToolAnswer.of(json, head + Lines.of(answers, TrackPackages::line));
    }

    /** Asks for those that are numbers; the others have failed already. */
    private List<Answered> answers(ToolCall call, List<String> given, Optional<String> carrier) {
        List<Outcome<TrackingNumber>> read =
                given.stream().map(number -> read(number, carrier)).toList();
        List<TrackingNumber> numbers =
                read.stream().flatMap(number -> number.value().stream()).toList();
        Iterator<Outcome<TrackingResult>> outcomes = new ParcelWatch(
                        bench.client().get(), call.dialogue())
                .ask(numbers)
                .iterator();
        List<Answered> answers = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            Outcome<TrackingResult> outcome =
                    read.get(i).failure().map(Outcome::<TrackingResult>failure).orElseGet(outcomes::next);
            answers.add(new Answered(ForeignText.of(given.get(i)), outcome));
        }
        return answers;
    }

    private static Outcome<TrackingNumber> read(String number, Optional<String> carrier) {
        try {
            TrackingNumber plain = TrackingNumber.of(number);
            return Outcome.success(
                    TrackingNumber.builder().from(plain).carrier(carrier).build());
        } catch (CarrierException e) {
            return Outcome.failure(e);
        }
    }

    private static ObjectNode view(Answered answer, int maxEvents) {
        return answer.outcome()
                .value()
                .map(parcel -> {
                    ObjectNode json = TrackingView.brief(parcel, maxEvents);
                    if (!parcel.alternatives().isEmpty()) {
                        json.set("also", Json.list(parcel.alternatives(), other -> Json.of(TrackingView.line(other))));
                    }
                    return json;
                })
                .orElseGet(() ->
                        failure(answer.number(), answer.outcome().failure().orElseThrow()));
    }

    private static ObjectNode failure(String number, CarrierException error) {
        ObjectNode json = Json.object().put("tracking_number", number);
        Json.put(json, "carrier", error.details().connection());
        return json.put("error_code", error.code().id())
                .put("error", ForeignText.of(error.details().message()))
                .put("fix", ErrorAnswers.fix(error))
                .put("retryable", error.retryable());
    }

    private static String line(Answered answer) {
        return answer.outcome()
                .value()
                .map(parcel -> TrackingView.line(parcel)
                        + parcel.latestEvent()
                                .map(event -> "; newest: " + TrackingView.line(event))
                                .orElse(""))
                .orElseGet(() -> {
                    CarrierException error = answer.outcome().failure().orElseThrow();
                    return answer.number() + ": " + ErrorAnswers.line(error) + " Fix: " + ErrorAnswers.fix(error);
                });
    }
}
