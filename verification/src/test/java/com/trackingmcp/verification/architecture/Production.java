package com.trackingmcp.verification.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes that are published, and words for parts of them. */
final class Production {
    static final String ROOT = "com.trackingmcp";
    static final List<String> CARRIERS = List.of("dhl", "fedex", "karrio", "ups");
    /** The packages below the root that are not the API's. */
    private static final List<String> OTHER_MODULES = List.of("dhl", "fedex", "karrio", "mcp", "testkit", "ups");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private Production() {}

    /** The module of a class, by its package: {@code api}, {@code fedex}, {@code testkit}, ...; empty for others. */
    static String module(JavaClass type) {
        if (!(type.getPackageName() + ".").startsWith(ROOT + ".")) {
            return "";
        }
        String below = type.getPackageName().substring(ROOT.length());
        String first = below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
        return OTHER_MODULES.contains(first) ? first : "api";
    }

    static DescribedPredicate<JavaClass> inModule(String module) {
        return DescribedPredicate.describe(
                "classes of the module " + module, type -> module(type).equals(module));
    }

    static DescribedPredicate<JavaClass> inCarriers() {
        return DescribedPredicate.describe("classes of a carrier module", type -> CARRIERS.contains(module(type)));
    }

    /** A class that a person starts from the command line, and what is nested in it. */
    static DescribedPredicate<JavaClass> commands() {
        return DescribedPredicate.describe("commands", type -> hasMain(outermost(type)));
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Production::outermost).orElse(type);
    }

    private static boolean hasMain(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.getName().equals("main")
                        && method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getModifiers().contains(JavaModifier.STATIC)
                        && method.getRawReturnType().getName().equals("void"));
    }
}
