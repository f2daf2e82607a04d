package com.trackingmcp.verification.architecture;

import static com.trackingmcp.verification.architecture.Production.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * No two classes need each other to begin: two threads that first touch one each would wait for each other for ever, and every
 * thread after them, though no lock is to be seen in the code.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClassInitializationTest {
    private final Map<String, Set<String>> needs = needs();

    @Test
    void no_two_classes_need_each_other_to_begin() {
        List<String> circles = new ArrayList<>();
        needs.forEach((name, needed) -> needed.stream()
                .filter(other -> name.compareTo(other) < 0 && reaches(other, name))
                .forEach(other -> circles.add(name + " and " + other)));

        assertThat(needs).as("classes that need others to begin").isNotEmpty();
        assertThat(circles).isEmpty();
    }

    private boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(needs.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    /** What each class that has something to do at its beginning needs for it, of our own classes that have that too. */
    private static Map<String, Set<String>> needs() {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            type.getStaticInitializer().ifPresent(beginning -> {
                Set<String> needed = new TreeSet<>();
                collect(beginning, type, new HashSet<>(), needed);
                if (!needed.isEmpty()) {
                    needs.put(type.getName(), needed);
                }
            });
        }
        return needs;
    }

    /** Goes on into what the beginning calls of the class itself. */
    private static void collect(JavaCodeUnit unit, JavaClass type, Set<JavaCodeUnit> seen, Set<String> needed) {
        if (!seen.add(unit)) {
            return;
        }
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
            JavaClass owner = access.getTargetOwner();
            if (owner.equals(type)) {
                access.getTarget()
                        .resolveMember()
                        .filter(JavaCodeUnit.class::isInstance)
                        .ifPresent(own -> collect((JavaCodeUnit) own, type, seen, needed));
            } else if (owner.getStaticInitializer().isPresent() && begins(access)) {
                needed.add(owner.getName());
            }
        }
    }

    /** Whether an access makes its owner begin: fields and methods of the class, and every instance that is made. */
    private static boolean begins(JavaAccess<?> access) {
        return access.getTarget()
                .resolveMember()
                .map(member -> member.getModifiers().contains(JavaModifier.STATIC)
                        || member.getName().equals("<init>"))
                .orElse(!(access instanceof JavaFieldAccess));
    }
}
