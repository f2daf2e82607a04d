package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads and writes the models as JSON. Stateless and safe for use by several threads.
 *
 * <p>Properties a newer version of this library wrote are ignored when an older one reads them.
 */
public final class ModelJson {
    private ModelJson() {}

    /**
     * The model as JSON: snake_case, ISO-8601 times, amounts as decimal strings, absent values left out.
     *
     * @throws IllegalArgumentException for what is no model, and for a quantity of more than 9,999 digits
     */
    public static String write(Object model) {
        try {
            return Holder.MAPPER.writeValueAsString(model);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Not a model: " + model.getClass().getName(), e);
        }
    }

    /**
     * The model from its JSON.
     *
     * @throws IllegalArgumentException when the text is not JSON, or not of that model
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T model = Holder.MAPPER.readValue(json, type);
            if (model == null) {
                throw new IllegalArgumentException("Not the JSON of a " + type.getSimpleName() + ": null");
            }
            return model;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON of a " + type.getSimpleName(), e);
        }
    }

    /** A mapper of one's own that reads and writes models, to configure further. */
    public static ObjectMapper newMapper() {
        JsonInclude.Value notEmpty = JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null);
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                // not for texts: a required one stays, even where the carrier left it blank
                .withConfigOverride(List.class, list -> list.setInclude(notEmpty))
                .withConfigOverride(Set.class, set -> set.setInclude(notEmpty))
                .withConfigOverride(Map.class, map -> map.setInclude(notEmpty))
                .build();
    }

    /** Made on first use: whoever never touches JSON does not pay for it. */
    private static final class Holder {
        static final ObjectMapper MAPPER = newMapper();
    }
}
