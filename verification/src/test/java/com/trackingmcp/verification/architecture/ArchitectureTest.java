package com.trackingmcp.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.trackingmcp.verification.architecture.Production.CARRIERS;
import static com.trackingmcp.verification.architecture.Production.CLASSES;
import static com.trackingmcp.verification.architecture.Production.ROOT;
import static com.trackingmcp.verification.architecture.Production.commands;
import static com.trackingmcp.verification.architecture.Production.inCarriers;
import static com.trackingmcp.verification.architecture.Production.inModule;
import static com.trackingmcp.verification.architecture.Production.module;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.ObjectInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How the modules may know each other. A rule says why in its message; the house is described in CONTRIBUTING.md. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureTest {

    @Test
    void the_published_classes_are_found() {
        assertThat(CLASSES.stream().map(Production::module).distinct()).contains("api", "mcp");
        assertThat(CLASSES.stream().map(JavaClass::getPackageName)).noneMatch(name -> name.contains("verification"));
    }

    @Test
    void the_api_knows_no_carrier_and_no_testkit() {
        check(noClasses()
                .that(inModule("api"))
                .should()
                .dependOnClassesThat(inCarriers().or(inModule("testkit")).or(inModule("mcp")))
                .because("a carrier is found through its provider, so that anyone can add one"));
    }

    @Test
    void carriers_do_not_know_each_other() {
        for (String carrier : CARRIERS) {
            check(noClasses()
                    .that(inModule(carrier))
                    .should()
                    .dependOnClassesThat(inCarriers().and(not(inModule(carrier))))
                    .because("each carrier is an artifact of its own"));
        }
    }

    @Test
    void carriers_do_not_know_the_testkit() {
        check(noClasses().that(inCarriers()).should().dependOnClassesThat(inModule("testkit")));
    }

    @Test
    void the_testkit_knows_no_carrier() {
        check(noClasses()
                .that(inModule("testkit"))
                .should()
                .dependOnClassesThat(inCarriers())
                .because("the sandbox plays the other side of the wire and must not share the carriers' mistakes"));
    }

    @Test
    void neither_carriers_nor_the_testkit_know_the_adapter() {
        check(noClasses().that(inCarriers().or(inModule("testkit"))).should().dependOnClassesThat(inModule("mcp")));
    }

    @Test
    void the_adapter_knows_no_carrier() {
        check(noClasses()
                .that(inModule("mcp"))
                .should()
                .dependOnClassesThat(inCarriers())
                .because("it is the client for agents, and a new carrier is nothing new to it"));
    }

    @Test
    void only_the_launcher_of_the_adapter_knows_the_testkit() {
        check(noClasses()
                .that(inModule("mcp"))
                .and()
                .resideOutsideOfPackage(ROOT + ".mcp.internal.launch")
                .should()
                .dependOnClassesThat(inModule("testkit"))
                .because("the sandbox is a way to start the server and no part of it"));
    }

    @Test
    void what_the_tools_are_does_not_depend_on_how_they_are_served() {
        check(noClasses()
                .that(inModule("mcp"))
                .and()
                .resideOutsideOfPackages(ROOT + ".mcp.internal.sdk", ROOT + ".mcp.internal.http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.modelcontextprotocol..", "reactor..", "org.eclipse.jetty..", "jakarta.servlet..")
                .because("a newer protocol is to be a new transport and not a rewrite"));
    }

    @Test
    void nothing_is_unpacked_without_a_bound_and_no_xml_or_serialised_object_is_read() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".http.BoundedBody")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.util.zip..", "java.util.jar..", "javax.xml..", "org.w3c.dom..", "org.xml.sax..")
                        .or(belongToAnyOf(ObjectInputStream.class)))
                .because("a short answer can be a bomb: what is packed is read by the one class that counts"));
    }

    @Test
    void the_rooms_of_the_adapter_form_no_cycle() {
        check(slices().matching(ROOT + ".mcp.internal.(*)..").should().beFreeOfCycles());
    }

    @Test
    void nobody_reaches_into_the_internal_packages_of_another_module() {
        check(classes().should(notReachIntoInternals()).because("what is internal may change with every release"));
    }

    @Test
    void the_packages_of_the_api_that_callers_see_form_no_cycle() {
        check(slices().assignedFrom(seenPackages()).should().beFreeOfCycles());
    }

    @Test
    void only_the_front_door_opens_the_engine() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".model..", ROOT + ".error..", ROOT + ".spi..", ROOT + ".http..", ROOT + ".observe..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".internal..")
                .because("the client wires the engine; what carriers are built on must stand without it"));
    }

    @Test
    void only_the_metrics_need_micrometer() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".observe.MicrometerMetrics")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".observe.ClientGauges")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".observe.OwnMeters")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".mcp.internal.http.Metrics")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .because("it is an optional dependency, which most callers do not bring"));
    }

    @Test
    void the_rooms_of_the_engine_form_no_cycle() {
        check(slices().matching(ROOT + ".internal.(*)..").should().beFreeOfCycles());
    }

    @Test
    void of_a_carrier_module_only_door_provider_and_config_are_public() {
        check(classes()
                .that(inCarriers())
                .and()
                .areTopLevelClasses()
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should(beDoorProviderOrConfig())
                .because("public is a promise"));
    }

    @Test
    void only_commands_write_to_the_console() {
        check(noClasses()
                .that(not(commands()))
                .should(ACCESS_STANDARD_STREAMS)
                .because("a library speaks through slf4j and exceptions"));
        check(noClasses().that(not(commands())).should().callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void nobody_logs_through_java_util_logging() {
        check(noClasses().should(USE_JAVA_UTIL_LOGGING));
    }

    @Test
    void nobody_sleeps() {
        check(noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .because("waiting is the scheduler's work: no thread is held, and no test waits"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static SliceAssignment seenPackages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                boolean seen =
                        module(type).equals("api") && !type.getPackageName().startsWith(ROOT + ".internal");
                return seen ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "the packages of the API";
            }
        };
    }

    private static ArchCondition<JavaClass> notReachIntoInternals() {
        return new ArchCondition<>("not reach into the internal packages of another module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    boolean internal =
                            !module(target).isEmpty() && (target.getPackageName() + ".").contains(".internal.");
                    if (internal && !module(target).equals(module(type))) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beDoorProviderOrConfig() {
        return new ArchCondition<>("be the door, the provider or a config") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = type.getSimpleName();
                boolean welcome = name.equalsIgnoreCase(module(type))
                        || name.endsWith("CarrierProvider")
                        || name.endsWith("Config")
                        || name.equals("package-info");
                if (!welcome) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is public"));
                }
            }
        };
    }
}
