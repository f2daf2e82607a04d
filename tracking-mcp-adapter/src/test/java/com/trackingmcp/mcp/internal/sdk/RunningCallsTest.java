package com.trackingmcp.mcp.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Exactly the call that is meant is cancelled. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunningCallsTest {
    private final RunningCalls calls = new RunningCalls();

    @Test
    void a_call_that_goes_on_is_interrupted() {
        try (RunningCalls.Call call = calls.begin("s", "1")) {
            assertThat(calls.cancel("s", "1")).isTrue();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(call.isCancelled()).isTrue();
        }
        assertThat(Thread.interrupted())
                .as("the next call on this thread is left alone")
                .isFalse();
        assertThat(calls.count()).isZero();
    }

    @Test
    void a_call_that_has_ended_is_not_interrupted_any_more() {
        calls.begin("s", "1").close();
        assertThat(calls.cancel("s", "1")).isFalse();
        try (RunningCalls.Call next = calls.begin("s", "2")) {
            assertThat(calls.cancel("s", "1")).isFalse();
            assertThat(Thread.interrupted()).isFalse();
            assertThat(next.isCancelled()).isFalse();
        }
    }

    @Test
    void calls_of_another_session_are_not_reached() {
        try (RunningCalls.Call call = calls.begin("mine", "1")) {
            assertThat(calls.cancel("yours", "1")).isFalse();
            calls.cancelAll("yours");
            assertThat(call.isCancelled()).isFalse();
            calls.cancelAll("mine");
            assertThat(call.isCancelled()).isTrue();
        }
    }

    @Test
    void a_number_and_its_text_are_two_ids() {
        assertThat(RunningCalls.request(IntNode.valueOf(1))).isNotEqualTo(RunningCalls.request(TextNode.valueOf("1")));
    }

    @Test
    void two_calls_of_one_id_leave_nothing_behind() {
        try (RunningCalls.Call first = calls.begin("", "1")) {
            try (RunningCalls.Call second = calls.begin("", "1")) {
                assertThat(calls.cancel("", "1")).isTrue();
                assertThat(second.isCancelled()).isTrue();
                assertThat(first.isCancelled()).isFalse();
            }
            assertThat(Thread.interrupted()).isFalse();
        }
        assertThat(calls.count()).isZero();
    }
}
