package com.trackingmcp.reliability.secret;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.trackingmcp.reliability.input.Heard;
import com.trackingmcp.reliability.input.Relay.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a carrier answers: most of them repeat what they were sent, as the worst of carriers might. */
enum Situation {
    THE_TRUTH {
        @Override
        Answer answer(Heard heard, Answer truth) {
            return truth;
        }
    },
    A_REFUSAL {
        @Override
        Answer answer(Heard heard, Answer truth) {
            return heard.isToken() ? truth : Answer.json(400, refusal(heard));
        }
    },
    A_FAILURE {
        @Override
        Answer answer(Heard heard, Answer truth) {
            return heard.isToken() ? truth : Answer.json(500, refusal(heard));
        }
    },
    WRONG_CREDENTIALS {
        @Override
        Answer answer(Heard heard, Answer truth) {
            return heard.isToken() ? truth : Answer.json(401, refusal(heard));
        }
    },
    NO_TOKEN {
        @Override
        Answer answer(Heard heard, Answer truth) {
            return Answer.json(heard.isToken() ? 400 : 401, refusal(heard));
        }
    },
    A_LOST_ANSWER {
        @Override
        Answer answer(Heard heard, Answer truth) {
            return heard.isToken() ? truth : new Answer(0, Map.of(), new byte[0]);
        }
    },
    HALF_AN_ANSWER {
        @Override
        Answer answer(Heard heard, Answer truth) {
            byte[] body = truth.body();
            return heard.isToken()
                    ? truth
                    : new Answer(truth.status(), truth.headers(), Arrays.copyOf(body, body.length / 2));
        }
    },
    RUBBISH {
        @Override
        Answer answer(Heard heard, Answer truth) {
            return heard.isToken() ? truth : Answer.json(200, "{\"output\": [" + text(repeated(heard)) + ", nonsense");
        }
    },
    A_PAGE {
        @Override
        Answer answer(Heard heard, Answer truth) {
            byte[] page = ("<html>" + repeated(heard) + "</html>").getBytes(StandardCharsets.UTF_8);
            return heard.isToken() ? truth : new Answer(200, Map.of("Content-Type", "text/html"), page);
        }
    },
    WHAT_WAS_ASKED {
        @Override
        Answer answer(Heard heard, Answer truth) {
            boolean json = heard.header("Content-Type").orElse("").contains("json");
            return heard.isToken() ? truth : json ? Answer.json(200, body(heard)) : truth;
        }
    },
    A_TOKEN_THAT_IS_NONE {
        @Override
        Answer answer(Heard heard, Answer truth) {
            return heard.isToken()
                    ? Answer.json(200, "{\"access_token\": {\"x\": " + text(repeated(heard)) + "}, \"access\": [1]}")
                    : truth;
        }
    };

    private static final Pattern MARKED = Pattern.compile("\"([^\"]*(?i:zzmark|9015557731)[^\"]*)\"");

    abstract Answer answer(Heard heard, Answer truth);

    /** An error in the forms of all carriers at once. */
    static String refusal(Heard heard) {
        String words = text("Invalid: " + repeated(heard));
        String one = "{\"code\": \"TEST.1\", \"message\": " + words + "}";
        return "{\"errors\": [" + one + "], \"response\": {\"errors\": [" + one + "]}, \"title\": \"Refused\","
                + " \"detail\": " + words + ", \"message\": " + words + ", \"error_description\": " + words
                + ", \"additionalDetails\": [" + words + "], \"status\": 400}";
    }

    /** What it was sent: who asks, and who it is about. */
    private static String repeated(Heard heard) {
        String who = heard.headers().entrySet().stream()
                .filter(header -> header.getKey().matches("(?i)authorization|dhl-api-key|x-api-key"))
                .flatMap(header -> header.getValue().stream())
                .collect(Collectors.joining(" "));
        String asked =
                URLDecoder.decode(heard.query().replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
        String whom = MARKED.matcher(body(heard))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .limit(6)
                .collect(Collectors.joining(" "));
        String form = heard.isToken() ? URLDecoder.decode(body(heard), StandardCharsets.UTF_8) : "";
        return who + " " + form + " " + whom + " " + asked;
    }

    private static String body(Heard heard) {
        return new String(heard.body(), StandardCharsets.UTF_8);
    }

    private static String text(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
