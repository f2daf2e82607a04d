package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.prompt.Prompt;
import com.trackingmcp.mcp.internal.resource.Shelf;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.DialogueFailedException;
import com.trackingmcp.mcp.internal.tool.Exposure;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.mcp.internal.tool.Toolbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A few tools, resources and prompts that show what the binding does with each. */
final class Rehearsal {
    static final String SECRET = "secret=abc";
    static final CompletableFuture<String> CONNECTED = CompletableFuture.completedFuture("connected");

    private Rehearsal() {}

    static SdkBinding binding(CompletableFuture<?> connected) {
        Toolbox toolbox = new Toolbox(
                List.of(
                        tool("asks", Role.TRACK, Rehearsal::asks),
                        tool("counts", Role.TRACK, Rehearsal::counts),
                        tool("links", Role.TRACK, Rehearsal::links),
                        tool("fails", Role.TRACK, call -> {
                            throw new IllegalStateException(SECRET);
                        }),
                        tool("tells_who", Role.TRACK, call -> said(call.caller().subject())),
                        tool("for_admins", Role.ADMIN, call -> said("yes"))),
                new Exposure(Toolset.ALL, false),
                List::of,
                event -> {});
        return new SdkBinding(
                new SdkBinding.Identity("test", "Test", "1.2.3", "Read this."),
                toolbox,
                List.of(new TestShelf()),
                List.of(new TestPrompt("b_prompt"), new TestPrompt("a_prompt")),
                connected,
                server -> {});
    }

    static StdioPeer.Server server(SdkBinding binding) {
        return (InputStream in, OutputStream out) -> serve(binding, in, out);
    }

    private static void serve(SdkBinding binding, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        GuardedStdio stdio = new GuardedStdio(binding, in, out, () -> {});
        binding.bind(stdio);
        stdio.serve();
    }

    private static Tool tool(String name, Role role, Function<ToolCall, ToolAnswer> work) {
        ToolSpec spec = new ToolSpec(
                name,
                "Title of " + name,
                "Description of " + name,
                Schema.of(Field.text("word", "A word"), Field.number("number", "", 0, 100)),
                Schema.of(Field.text("said", "").required()),
                Hints.SPENDS,
                role,
                java.util.Set.of(Toolset.ALL),
                List.of());
        return new Tool() {
            @Override
            public ToolSpec spec() {
                return spec;
            }

            @Override
            public ToolAnswer call(ToolCall call) {
                return work.apply(call);
            }
        };
    }

    private static ToolAnswer said(String what) {
        return ToolAnswer.of(Json.object().put("said", what), what);
    }

    private static ToolAnswer asks(ToolCall call) {
        if (!call.dialogue().canAsk()) {
            return said("cannot ask");
        }
        try {
            Dialogue.Reply reply = call.dialogue()
                    .ask("Really?", Schema.of(Field.flag("confirm", "Yes").required()));
            ObjectNode content = reply.content();
            return said(reply.action() + " " + content);
        } catch (DialogueFailedException e) {
            return said("could not ask");
        }
    }

    private static ToolAnswer counts(ToolCall call) {
        for (int i = 1; i <= 3; i++) {
            call.dialogue().progress(i, 3, "step " + i);
        }
        return said("counted");
    }

    private static ToolAnswer links(ToolCall call) {
        return said("see the link")
                .with(new ToolAnswer.Link(
                        "test://labels/7",
                        "label.pdf",
                        "application/pdf",
                        Optional.of(12_345L),
                        Optional.of(Instant.parse("2026-02-10T12:00:00Z"))));
    }

    /** One text, one sequence of bytes, one that is its owner's, one that breaks. */
    private static final class TestShelf implements Shelf {
        @Override
        public List<Entry> entries(Caller caller) {
            return caller.role() == Role.TRACK
                    ? List.of(
                            new Entry("test://b", "b", "B", "Second", "text/plain"),
                            new Entry("test://a", "a", "A", "First", "application/octet-stream"))
                    : List.of(new Entry("test://private", "p", "P", "Nobody else's", "text/plain"));
        }

        @Override
        public List<Template> templates() {
            return List.of(new Template("test://labels/{id}", "label", "Label", "A label", "application/pdf"));
        }

        @Override
        public Optional<Content> read(String uri, Caller caller) {
            return switch (uri) {
                case "test://a" -> Optional.of(new Bytes("application/octet-stream", new byte[] {0, 1, (byte) 0xff}));
                case "test://b" -> Optional.of(new Text("text/plain", "for " + caller.subject()));
                case "test://labels/7" -> Optional.of(new Text("application/pdf", "seven"));
                case "test://labels/broken" -> throw new IllegalStateException(SECRET);
                default -> Optional.empty();
            };
        }

        @Override
        public List<String> complete(String template, String variable, String begun, Map<String, String> known) {
            return IntStream.range(0, 300)
                    .mapToObj(Integer::toString)
                    .filter(number -> number.startsWith(begun))
                    .toList();
        }
    }

    /** A prompt with one argument that must be there. */
    private record TestPrompt(String name) implements Prompt {
        @Override
        public String title() {
            return "Title";
        }

        @Override
        public String description() {
            return "Description";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Argument("number", "A number", true), new Argument("tone", "A tone", false));
        }

        @Override
        public String text(Map<String, String> given) {
            return "Where is " + given.get("number") + "?";
        }

        @Override
        public List<String> complete(String argument, String begun) {
            return List.of("friendly", "formal").stream()
                    .filter(tone -> argument.equals("tone") && tone.startsWith(begun))
                    .toList();
        }
    }
}
