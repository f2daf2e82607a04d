package com.trackingmcp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelJsonTest {
    /** An outcome holds an exception, which no JSON gives back; a page is of any type: whoever stores them stores what is in them. */
    private static final Set<Class<?>> NOT_STORED = Set.of(Outcome.class, Page.class, ModelJson.class);

    static Stream<Object> samples() {
        return ModelSamples.all();
    }

    @Test
    void everyModelHasASample() throws Exception {
        Set<Class<?>> sampled = ModelSamples.all().map(ModelJsonTest::modelOf).collect(Collectors.toSet());
        assertThat(models())
                .isNotEmpty()
                .allSatisfy(model -> assertThat(sampled).contains(model));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleSaysEverythingItsModelCanSay(Object sample) throws Exception {
        for (Method accessor : modelOf(sample).getDeclaredMethods()) {
            boolean stored = accessor.getParameterCount() == 0
                    && !Modifier.isStatic(accessor.getModifiers())
                    && !accessor.isAnnotationPresent(JsonIgnore.class)
                    && !accessor.isAnnotationPresent(Value.Check.class);
            if (stored && modelOf(sample).isInterface()) {
                accessor.setAccessible(true);
                Object value = accessor.invoke(sample);
                assertThat(value).as(accessor.getName()).isNotEqualTo(Optional.empty());
                if (value instanceof Collection<?> list) {
                    assertThat(list).as(accessor.getName()).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyModelComesBackFromItsJsonAsItWas(Object sample) {
        String json = ModelJson.write(sample);
        assertThat(ModelJson.<Object>read(json, typeOf(sample)))
                .isEqualTo(sample)
                .hasSameHashCodeAs(sample)
                .hasToString(sample.toString());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void propertiesAreNamedInSnakeCaseAndUnknownOnesAreIgnored(Object sample) throws Exception {
        JsonNode json = ModelJson.newMapper().readTree(ModelJson.write(sample));
        names(json).forEach(name -> assertThat(name).matches("[a-z0-9_]+"));
        if (json instanceof ObjectNode object) {
            object.putObject("a_property_of_a_newer_version").put("with", "parts");
            assertThat(ModelJson.<Object>read(object.toString(), typeOf(sample)))
                    .isEqualTo(sample);
        }
    }

    @Test
    void whatIsAbsentIsLeftOut() throws Exception {
        JsonNode json = ModelJson.newMapper()
                .readTree(ModelJson.write(ModelSamples.minimalResult().build()));
        assertThat(names(json))
                .containsExactlyInAnyOrder(
                        "number", "value", "carrier", "connection", "status", "delayed", "retrieved_at");
    }

    @Test
    void aTextThatIsRequiredSurvivesEvenWhereACarrierLeftItBlank() {
        Alert alert = Alert.builder().code("").text("").build();
        Reference reference = Reference.builder().type("reference").value("").build();
        assertThat(ModelJson.read(ModelJson.write(alert), Alert.class)).isEqualTo(alert);
        assertThat(ModelJson.read(ModelJson.write(reference), Reference.class)).isEqualTo(reference);
    }

    @Test
    void timesKeepTheOffsetTheCarrierTold() {
        TrackingEvent event = ModelSamples.event();
        String json = ModelJson.write(event);
        assertThat(json).contains("\"time\":\"2026-03-01T09:30:00-05:00\"");
        assertThat(ModelJson.read(json, TrackingEvent.class)
                        .time()
                        .orElseThrow()
                        .offsetTime())
                .hasToString("Optional[2026-03-01T09:30-05:00]");
    }

    @Test
    void timesWithoutOffsetOrTimeOfDayGetNone() {
        assertThat(ModelJson.write(CarrierTime.on(LocalDate.parse("2026-03-01"))))
                .isEqualTo("\"2026-03-01\"");
        assertThat(ModelJson.write(CarrierTime.local(LocalDateTime.parse("2026-03-01T09:30:00"))))
                .isEqualTo("\"2026-03-01T09:30:00\"");
        CarrierTime read = ModelJson.read("\"2026-03-01T09:30:00\"", CarrierTime.class);
        assertThat(read.offsetTime()).isEmpty();
        assertThat(read.instant()).isEmpty();
    }

    @Test
    void amountsAreDecimalStringsToTheLastZeroAndNeverWithAnExponent() {
        assertThat(ModelJson.write(Money.of("12.50", "EUR"))).isEqualTo("{\"amount\":\"12.50\",\"currency\":\"EUR\"}");
        assertThat(ModelJson.write(Money.of("1E+3", "EUR"))).contains("\"1000.00\"");
        assertThat(ModelJson.write(new Weight(new BigDecimal("1E-7"), Weight.Unit.KG)))
                .contains("\"0.0000001\"");
        assertThat(ModelJson.write(new Weight(new BigDecimal("100").stripTrailingZeros(), Weight.Unit.G)))
                .isEqualTo("{\"value\":\"100\",\"unit\":\"g\"}");
    }

    @Test
    void statusWordsAreSnakeCaseAndUnknownOnesOfANewerVersionAreUnknown() {
        assertThat(Arrays.stream(TrackingStatus.values()).map(ModelJson::write))
                .containsExactly(
                        "\"label_created\"",
                        "\"picked_up\"",
                        "\"in_transit\"",
                        "\"customs\"",
                        "\"out_for_delivery\"",
                        "\"available_for_pickup\"",
                        "\"delivery_attempted\"",
                        "\"delivered\"",
                        "\"exception\"",
                        "\"on_hold\"",
                        "\"returning\"",
                        "\"returned\"",
                        "\"cancelled\"",
                        "\"unknown\"");
        assertThat(ModelJson.read("\"teleported\"", TrackingStatus.class)).isEqualTo(TrackingStatus.UNKNOWN);
    }

    @Test
    void whatIsNoJsonOfTheModelIsRefused() {
        for (String text : List.of("", "null", "{", "[]", "\"x\"", "{\"value\":\"12#4\"}", "{\"carrier\":\"x\"}")) {
            assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> ModelJson.read(text, TrackingNumber.class))
                    .withMessageContaining("TrackingNumber");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ModelJson.write(new Object()));
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> typeOf(Object sample) {
        return (Class<Object>) modelOf(sample);
    }

    private static Class<?> modelOf(Object sample) {
        Class<?> type = sample.getClass();
        return type.getSimpleName().startsWith("Immutable") ? type.getInterfaces()[0] : type;
    }

    /** Every public type of the package that is not the builder of another, by its class file. */
    private static List<Class<?>> models() throws URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(ModelJson.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        File[] files = classes.resolve("com/trackingmcp/model").toFile().listFiles();
        List<Class<?>> models = new java.util.ArrayList<>();
        for (File file : files) {
            String name = file.getName().replace(".class", "");
            Class<?> type = Class.forName("com.trackingmcp.model." + name);
            boolean model =
                    Modifier.isPublic(type.getModifiers()) && !name.contains("$") && !name.equals("package-info");
            if (model && !NOT_STORED.contains(type)) {
                models.add(type);
            }
        }
        return models;
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new java.util.ArrayList<>();
        json.properties().forEach(property -> {
            names.add(property.getKey());
            names.addAll(names(property.getValue()));
        });
        if (json.isArray()) {
            json.forEach(element -> names.addAll(names(element)));
        }
        return names;
    }
}
