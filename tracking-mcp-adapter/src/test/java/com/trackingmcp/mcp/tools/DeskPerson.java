package com.trackingmcp.mcp.tools;

import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.DialogueFailedException;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person with a client that can ask: answers what was prepared, one after the other, and remembers what was asked. */
final class DeskPerson implements Dialogue {
    final List<String> questions = new ArrayList<>();
    final List<Schema> forms = new ArrayList<>();
    private final Deque<Optional<Reply>> replies = new ArrayDeque<>();

    DeskPerson says(String form) {
        replies.add(Optional.of(new Reply(Action.ACCEPTED, TestBench.json(form))));
        return this;
    }

    DeskPerson agrees() {
        return says("{'confirm': true}");
    }

    DeskPerson does(Action action) {
        replies.add(Optional.of(new Reply(action, Json.object())));
        return this;
    }

    DeskPerson cannotBeReached() {
        replies.add(Optional.empty());
        return this;
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public Reply ask(String question, Schema form) {
        questions.add(question);
        forms.add(form);
        return replies.remove().orElseThrow(() -> new DialogueFailedException(null));
    }

    @Override
    public void progress(long done, long total, String message) {}
}
