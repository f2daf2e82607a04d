package com.trackingmcp.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.DialogueFailedException;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Who is asked through the client, and answers as a test says, in its order. For one thread. */
public final class Person implements Dialogue {
    private final Deque<Supplier<Reply>> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private final List<List<String>> forms = new ArrayList<>();

    public Person says(String form) {
        return answers(new Reply(Action.ACCEPTED, TestBench.json(form)));
    }

    public Person agrees() {
        return says("{'confirm': true}");
    }

    public Person declines() {
        return answers(new Reply(Action.DECLINED, empty()));
    }

    public Person cancels() {
        return answers(new Reply(Action.CANCELLED, empty()));
    }

    /** The client said that it can ask, and cannot. */
    public Person cannotBeAsked() {
        answers.add(() -> {
            throw new DialogueFailedException(new IllegalStateException("test"));
        });
        return this;
    }

    private Person answers(Reply reply) {
        answers.add(() -> reply);
        return this;
    }

    private static ObjectNode empty() {
        return TestBench.json("{}");
    }

    public List<String> questions() {
        return questions;
    }

    public List<List<String>> forms() {
        return forms;
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public Reply ask(String question, Schema form) {
        questions.add(question);
        forms.add(form.fields().stream().map(Field::name).toList());
        return answers.remove().get();
    }

    @Override
    public void progress(long done, long total, String message) {}
}
